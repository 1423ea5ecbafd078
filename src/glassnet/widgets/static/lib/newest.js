// lib/newest.ts
var Newest = class {
  /** `send` must not throw. */
  constructor(send) {
    this.send = send;
  }
  send;
  waiting = null;
  out = false;
  get busy() {
    return this.out;
  }
  ask(wish) {
    this.waiting = { wish };
    if (!this.out) void this.pump();
  }
  async pump() {
    this.out = true;
    while (this.waiting) {
      const { wish } = this.waiting;
      this.waiting = null;
      await this.send(wish);
    }
    this.out = false;
  }
};
export {
  Newest
};
