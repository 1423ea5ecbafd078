// lib/anywidget.ts
import { Pending } from "./transport.js";
var PATIENCE_MS = 1e4;
var ModelTransport = class {
  constructor(model, viewId, patienceMs = PATIENCE_MS) {
    this.model = model;
    this.viewId = viewId;
    this.pending = new Pending(patienceMs);
    model.on("msg:custom", this.receive);
  }
  model;
  viewId;
  status = "open";
  pending;
  /** Ask once, or, with several `waits` (ms), again after each of them until there is a reply. */
  request(message, waits) {
    return this.pending.add(message, (numbered) => this.model.send({ ...numbered, view_id: this.viewId }), waits);
  }
  onStatus() {
  }
  reconnect() {
    this.pending.failAll("Asked again.");
  }
  close() {
    this.model.off("msg:custom", this.receive);
    this.pending.failAll("The picture was taken away.");
  }
  // A model's replies reach all its views; each picks its own.
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
