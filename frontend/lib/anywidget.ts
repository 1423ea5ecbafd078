// Notebooks: requests and replies are custom messages of an anywidget model.
import type { Head, Message, Reply } from "./protocol.ts";
import { Pending, type Status, type Transport } from "./transport.ts";

const TIMEOUT_MS = 10_000;

export interface Model {
  get(name: string): unknown;
  send(content: unknown): void;
  on(event: string, callback: (...values: never[]) => void): void;
  off(event: string, callback: (...values: never[]) => void): void;
}

export class ModelTransport implements Transport {
  readonly status: Status = "open";
  private readonly pending: Pending;

  constructor(
    private readonly model: Model,
    private readonly viewId: string,
    timeoutMs = TIMEOUT_MS,
  ) {
    this.pending = new Pending(timeoutMs);
    model.on("msg:custom", this.receive);
  }

  /** Send once or, with several `waits` (ms), again after each of them until there is a reply. */
  request(message: Message, waits?: Iterable<number>): Promise<Reply> {
    return this.pending.add(message, (numbered) => this.model.send({ ...numbered, view_id: this.viewId }), waits);
  }

  onStatus(): void {}

  /** A notebook's own affair: there is nothing to do but ask again. */
  reconnect(): void {}

  close(): void {
    this.model.off("msg:custom", this.receive);
    this.pending.failAll("The widget was closed.");
  }

  // A model's replies reach all its views; each picks out its own.
  private readonly receive = (head: Head & { view_id?: string }, bufs: DataView[]): void => {
    if (head.view_id === this.viewId) this.pending.settle({ head, bufs: bufs.map(asView) });
  };
}

// JupyterLab hands over DataViews, others typed arrays or plain buffers.
function asView(buffer: DataView | ArrayBuffer | ArrayBufferView): DataView {
  if (buffer instanceof DataView) return buffer;
  if (buffer instanceof ArrayBuffer) return new DataView(buffer);
  return new DataView(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength);
}
