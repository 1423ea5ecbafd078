// lib/channel.ts
import { ModelTransport } from "./anywidget.js";
import { accepted } from "./protocol.js";
var PATIENCE_MS = 3e4;
var FIRST_PAUSE_MS = 1e4;
var LONGEST_PAUSE_MS = 3e5;
var Channel = class {
  constructor(model, onTrouble) {
    this.onTrouble = onTrouble;
    this.transport = new ModelTransport(model, String(Math.random()).slice(2), PATIENCE_MS);
  }
  onTrouble;
  transport;
  waiting = /* @__PURE__ */ new Map();
  out = /* @__PURE__ */ new Map();
  /** The page is still beginning: what it asks for now was not asked for by its reader. */
  beginning = true;
  closed = false;
  /** Ask once; a refusal or silence is an error. */
  ask(kind, fields) {
    return this.request(kind, fields);
  }
  /**
   * Ask for what is wished now: never more than one of a kind is out, and wishes in between are passed over.
   *
   * What a page begins with (all it wishes before its first answer, and what those answers' readers wish in turn) is asked
   * again until it is answered, or the page would stay empty. Later wishes are not: asked twice, an undo would undo twice.
   */
  wish(kind, fields, use) {
    const lasting = this.beginning || (this.out.get(kind)?.lasting ?? false);
    this.waiting.set(kind, { fields, use, lasting });
    if (!this.out.has(kind)) void this.pump(kind);
  }
  close() {
    this.closed = true;
    this.waiting.clear();
    this.transport.close();
  }
  async request(kind, fields, waits) {
    const reply = await this.transport.request({ kind, ...fields }, waits);
    this.beginning = false;
    return { head: accepted(reply), arrays: reply.bufs.map(floats) };
  }
  async pump(kind) {
    for (let wish = this.take(kind); wish; wish = this.take(kind)) {
      this.out.set(kind, wish);
      try {
        const answer = await this.request(kind, wish.fields, wish.lasting ? this.pauses(kind) : void 0);
        this.onTrouble("");
        this.use(wish, answer);
      } catch (error) {
        if (!this.closed) this.onTrouble(error instanceof Error ? error.message : String(error));
      }
    }
    this.out.delete(kind);
  }
  use(wish, answer) {
    this.beginning = wish.lasting;
    try {
      wish.use(answer);
    } finally {
      this.beginning = false;
    }
  }
  /** How long to wait each time before asking again; it ends when something newer of the kind is to be asked. */
  *pauses(kind) {
    let silent = 0;
    for (let pause = FIRST_PAUSE_MS; !this.waiting.has(kind); pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      if (silent >= PATIENCE_MS) this.onTrouble(silence(silent));
      yield pause;
      silent += pause;
    }
  }
  take(kind) {
    const wish = this.waiting.get(kind);
    this.waiting.delete(kind);
    return wish;
  }
};
function silence(ms) {
  const told = ms < 12e4 ? `${ms / 1e3} seconds` : `${Math.round(ms / 6e4)} minutes`;
  return `Python has not answered for ${told}: it may be busy, or it may have stopped. This page goes on asking.`;
}
function floats(view) {
  return new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
}
export {
  Channel
};
