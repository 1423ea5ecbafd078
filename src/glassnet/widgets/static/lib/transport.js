// lib/transport.ts
import { NoReply } from "./protocol.js";
var Pending = class {
  constructor(timeoutMs) {
    this.timeoutMs = timeoutMs;
  }
  timeoutMs;
  waiting = /* @__PURE__ */ new Map();
  next = 1;
  /**
   * Pass a numbered message to `send` and return a promise of its reply. After each of `waits` (ms) but the last, the same
   * message is sent again: the first reply counts, later ones are dropped.
   */
  add(message, send, waits = [this.timeoutMs]) {
    const id = this.next++;
    const left = waits[Symbol.iterator]();
    return new Promise((resolve, reject) => {
      const waiting = { resolve, reject };
      this.waiting.set(id, waiting);
      const ask = () => {
        const wait = left.next();
        if (wait.done) return this.fail(id, "Python has not answered in time.");
        waiting.timer = setTimeout(ask, wait.value);
        try {
          send({ ...message, id });
        } catch (error) {
          this.take(id)?.reject(error);
        }
      };
      ask();
    });
  }
  settle(reply) {
    this.take(reply.head.id)?.resolve(reply);
  }
  failAll(reason) {
    for (const id of [...this.waiting.keys()]) this.fail(id, reason);
  }
  fail(id, reason) {
    this.take(id)?.reject(new NoReply(reason));
  }
  take(id) {
    const found = this.waiting.get(id);
    if (found) clearTimeout(found.timer);
    this.waiting.delete(id);
    return found;
  }
};
export {
  Pending
};
