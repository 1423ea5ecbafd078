// lib/changes.ts
var ChangeQueue = class {
  constructor(send) {
    this.send = send;
  }
  send;
  waiting = null;
  out = null;
  get busy() {
    return this.out !== null;
  }
  push(change) {
    this.waiting = { ...this.waiting, ...change };
    if (!this.out) void this.pump();
  }
  /** What the controls should show: the settings in force, overlaid with those on their way. */
  overlay(spec) {
    return { ...spec, ...this.out, ...this.waiting };
  }
  clear() {
    this.waiting = null;
  }
  async pump() {
    while (this.waiting) {
      this.out = this.waiting;
      this.waiting = null;
      try {
        await this.send(this.out);
      } finally {
        this.out = null;
      }
    }
  }
};
export {
  ChangeQueue
};
