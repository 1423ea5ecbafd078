// lib/channel.ts
import { ModelTransport } from "./anywidget.js";
import { accepted } from "./protocol.js";
var TIMEOUT_MS = 3e4;
var FIRST_DELAY_MS = 1e4;
var MAX_DELAY_MS = 3e5;
var Channel = class {
  constructor(model, onError) {
    this.onError = onError;
    this.transport = new ModelTransport(model, String(Math.random()).slice(2), TIMEOUT_MS);
  }
  onError;
  transport;
  waiting = /* @__PURE__ */ new Map();
  out = /* @__PURE__ */ new Map();
  /** The page is still starting: its requests are not the reader's yet. */
  starting = true;
  closed = false;
  /** Send a request once; an error reply or a missing answer throws. */
  ask(kind, fields) {
    return this.send(kind, fields);
  }
  /**
   * Request the latest state: at most one request of a kind is out, and of those made meanwhile only the newest is sent.
   *
   * A page's first requests (all before its first answer, and those that its handlers then make) are repeated until they
   * are answered, or the page would stay empty. Later ones are not: sent twice, an undo would undo twice.
   */
  request(kind, fields, use) {
    const retried = this.starting || (this.out.get(kind)?.retried ?? false);
    this.waiting.set(kind, { fields, use, retried });
    if (!this.out.has(kind)) void this.pump(kind);
  }
  close() {
    this.closed = true;
    this.waiting.clear();
    this.transport.close();
  }
  async send(kind, fields, waits) {
    const reply = await this.transport.request({ kind, ...fields }, waits);
    this.starting = false;
    return { head: accepted(reply), arrays: reply.bufs.map(floats) };
  }
  async pump(kind) {
    for (let queued = this.take(kind); queued; queued = this.take(kind)) {
      this.out.set(kind, queued);
      try {
        const answer = await this.send(kind, queued.fields, queued.retried ? this.delays(kind) : void 0);
        this.onError("");
        this.use(queued, answer);
      } catch (error) {
        if (!this.closed) this.onError(error instanceof Error ? error.message : String(error));
      }
    }
    this.out.delete(kind);
  }
  use(queued, answer) {
    this.starting = queued.retried;
    try {
      queued.use(answer);
    } finally {
      this.starting = false;
    }
  }
  /** The delays before each repetition; they end when a newer request of the kind is waiting. */
  *delays(kind) {
    let silent = 0;
    for (let delay = FIRST_DELAY_MS; !this.waiting.has(kind); delay = Math.min(2 * delay, MAX_DELAY_MS)) {
      if (silent >= TIMEOUT_MS) this.onError(silence(silent));
      yield delay;
      silent += delay;
    }
  }
  take(kind) {
    const queued = this.waiting.get(kind);
    this.waiting.delete(kind);
    return queued;
  }
};
function silence(ms) {
  const duration = ms < 12e4 ? `${ms / 1e3} seconds` : `${Math.round(ms / 6e4)} minutes`;
  return `Python has not answered for ${duration}: it may be busy, or it may have stopped. This page keeps trying.`;
}
function floats(view) {
  return new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
}
export {
  Channel
};
