// widgets/training_monitor/loop.ts
var SPEEDS = [
  { value: "slow", label: "5 steps a second", amount: { steps: 1 }, everyMs: 200 },
  { value: "normal", label: "10 steps a picture", amount: { steps: 10 }, everyMs: 0 },
  { value: "full", label: "As fast as it can", amount: { budget_ms: 14 }, everyMs: 0 }
];
var Loop = class {
  /** `advance` asks Python and draws; it says whether to go on. `onChange` is called when playing begins or ends. */
  constructor(advance, onChange) {
    this.advance = advance;
    this.onChange = onChange;
  }
  advance;
  onChange;
  speed = SPEEDS[1];
  handle = 0;
  out = false;
  last = -Infinity;
  get playing() {
    return this.handle !== 0;
  }
  /** Nothing is asked and nothing is on its way: what is shown now stays. */
  get settled() {
    return !this.playing && !this.out;
  }
  play() {
    if (this.playing) return;
    this.handle = requestAnimationFrame(this.look);
    this.onChange();
  }
  pause() {
    if (!this.playing) return;
    cancelAnimationFrame(this.handle);
    this.handle = 0;
    this.onChange();
  }
  look = (now) => {
    this.handle = requestAnimationFrame(this.look);
    if (this.out || now - this.last < this.speed.everyMs - 8) return;
    this.last = now;
    this.out = true;
    this.advance(this.speed.amount).then((goOn) => {
      if (!goOn) this.pause();
    }).finally(() => {
      this.out = false;
      if (!this.playing) this.onChange();
    });
  };
};
export {
  Loop,
  SPEEDS
};
