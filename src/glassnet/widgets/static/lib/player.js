// lib/player.ts
import { NoReply } from "./protocol.js";
var SPEEDS = [
  { name: "slow", label: "5 steps a second", amount: { steps: 1 }, everyMs: 200 },
  { name: "single", label: "1 step a picture", amount: { steps: 1 }, everyMs: 0 },
  { name: "normal", label: "10 steps a picture", amount: { steps: 10 }, everyMs: 0 },
  { name: "full", label: "As fast as it can", amount: { budget_ms: 14 }, everyMs: 0 }
];
var MOST_LOST = 5;
var CHECKPOINT_EVERY_MS = 400;
var Player = class {
  constructor(host, depth = 2) {
    this.host = host;
    this.depth = depth;
  }
  host;
  depth;
  speed = SPEEDS[2];
  handle = null;
  out = 0;
  lost = 0;
  lastAsked = -Infinity;
  lastCheckpoint = -Infinity;
  get playing() {
    return this.handle !== null;
  }
  get settled() {
    return !this.playing && this.out === 0;
  }
  play() {
    this.lost = 0;
    if (!this.playing) this.handle = this.host.requestFrame(this.look);
  }
  pause() {
    if (this.handle !== null) this.host.cancelFrame(this.handle);
    this.handle = null;
  }
  look = (now) => {
    this.handle = this.host.requestFrame(this.look);
    const due = now - this.lastAsked >= this.speed.everyMs - 8;
    if (due && this.out < this.depth && this.host.ready()) void this.ask(now);
  };
  async ask(now) {
    this.lastAsked = now;
    const checkpoint = now - this.lastCheckpoint >= CHECKPOINT_EVERY_MS;
    if (checkpoint) this.lastCheckpoint = now;
    this.out++;
    try {
      await this.host.ask({ kind: "advance", ...this.speed.amount, ...checkpoint ? { checkpoint } : {} });
      this.lost = 0;
    } catch (error) {
      this.failed(error);
    } finally {
      this.out--;
      if (this.settled) this.host.onSettled();
    }
  }
  failed(error) {
    if (!(error instanceof NoReply)) {
      this.pause();
      this.host.onError(error);
    } else if (++this.lost === MOST_LOST && this.playing) {
      this.pause();
      this.host.onGiveUp();
    }
  }
};
export {
  Player,
  SPEEDS
};
