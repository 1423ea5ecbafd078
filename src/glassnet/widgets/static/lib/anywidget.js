// lib/anywidget.ts
import { Pending } from "./transport.js";
var TIMEOUT_MS = 1e4;
var ModelTransport = class {
  constructor(model, viewId, timeoutMs = TIMEOUT_MS) {
    this.model = model;
    this.viewId = viewId;
    this.pending = new Pending(timeoutMs);
    model.on("msg:custom", this.receive);
  }
  model;
  viewId;
  status = "open";
  pending;
  /** Send once or, with several `waits` (ms), again after each of them until there is a reply. */
  request(message, waits) {
    return this.pending.add(message, (numbered) => this.model.send({ ...numbered, view_id: this.viewId }), waits);
  }
  onStatus() {
  }
  /** A notebook's own affair: there is nothing to do but ask again. */
  reconnect() {
  }
  close() {
    this.model.off("msg:custom", this.receive);
    this.pending.failAll("The widget was closed.");
  }
  // A model's replies reach all its views; each picks out its own.
  receive = (head, bufs) => {
    if (head.view_id === this.viewId) this.pending.settle({ head, bufs: bufs.map(asView) });
  };
};
function asView(buffer) {
  if (buffer instanceof DataView) return buffer;
  if (buffer instanceof ArrayBuffer) return new DataView(buffer);
  return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
export {
  ModelTransport
};
