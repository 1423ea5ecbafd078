// lib/play.ts
import { NoReply } from "./protocol.js";
var SPEEDS = [
  { name: "slow", label: "5 steps per second", amount: { steps: 1 }, everyMs: 200 },
  { name: "single", label: "1 step per frame", amount: { steps: 1 }, everyMs: 0 },
  { name: "normal", label: "10 steps per frame", amount: { steps: 10 }, everyMs: 0 },
  { name: "full", label: "Maximum speed", amount: { budget_ms: 14 }, everyMs: 0 }
];
function speedOf(name) {
  return SPEEDS.find((speed) => speed.name === name) ?? SPEEDS[2];
}
var SLACK_MS = 8;
var PlayLoop = class {
  constructor(host, { depth = 1, requestFrame = (callback) => requestAnimationFrame(callback), cancelFrame = (handle) => cancelAnimationFrame(handle) } = {}) {
    this.host = host;
    this.depth = depth;
    this.requestFrame = requestFrame;
    this.cancelFrame = cancelFrame;
  }
  host;
  /** Minimum time between two turns. */
  everyMs = 0;
  handle = null;
  out = 0;
  last = -Infinity;
  /** Counts presses of play: a turn from an earlier press must not stop a later one. */
  plays = 0;
  depth;
  requestFrame;
  cancelFrame;
  get playing() {
    return this.handle !== null;
  }
  /** No turn is scheduled or in progress: what is shown stays. */
  get settled() {
    return !this.playing && this.out === 0;
  }
  play() {
    if (this.playing) return;
    this.last = -Infinity;
    this.plays++;
    this.handle = this.requestFrame(this.look);
    this.host.changed();
  }
  pause() {
    if (this.handle === null) return;
    this.cancelFrame(this.handle);
    this.handle = null;
    this.host.changed();
  }
  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }
  look = (now) => {
    this.handle = this.requestFrame(this.look);
    const due = now - this.last >= this.everyMs - SLACK_MS;
    if (due && this.out < this.depth && (this.host.ready?.() ?? true)) void this.take(now);
  };
  async take(now) {
    const { plays } = this;
    this.last = now;
    this.out++;
    try {
      const turn = this.host.turn(now);
      const goOn = turn instanceof Promise ? await turn : turn;
      if (goOn === false && plays === this.plays) this.pause();
    } catch (error) {
      if (plays === this.plays) this.fail(error);
    } finally {
      this.out--;
      if (this.settled) this.host.changed();
    }
  }
  fail(error) {
    const wasPlaying = this.playing;
    this.pause();
    if (wasPlaying || !(error instanceof NoReply)) this.host.failed?.(error);
  }
};
export {
  PlayLoop,
  SPEEDS,
  speedOf
};
