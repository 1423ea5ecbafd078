// lib/history.ts
var MAX_SAMPLES = 600;
var MAX_MARKS = 100;
var History = class _History {
  constructor(samples = [], marks = [], apart = 1) {
    this.samples = samples;
    this.marks = marks;
    this.apart = apart;
  }
  samples;
  marks;
  apart;
  /** Add a sample. The newest is always kept, so that the curve ends at the current step. */
  add(sample) {
    const last = this.samples.at(-1);
    if (last && sample.step < last.step) this.forgetAfter(sample.step - 1);
    const before = this.samples.at(-2);
    if (before && this.samples.at(-1).step - before.step < this.apart) this.samples.pop();
    if (this.samples.at(-1)?.step === sample.step) this.samples.pop();
    this.samples.push(sample);
    if (this.samples.length > MAX_SAMPLES) this.thin();
  }
  mark(mark, replaceLast) {
    if (replaceLast) this.marks.pop();
    this.marks.push(mark);
    if (this.marks.length > MAX_MARKS) this.marks.shift();
  }
  forgetAfter(step) {
    while (this.samples.length && this.samples.at(-1).step > step) this.samples.pop();
    while (this.marks.length && this.marks.at(-1).step > step) this.marks.pop();
  }
  toRecord() {
    return { samples: [...this.samples], marks: [...this.marks], apart: this.apart };
  }
  static from(record) {
    return new _History([...record.samples], [...record.marks], record.apart);
  }
  thin() {
    const last = this.samples.at(-1);
    const kept = this.samples.filter((_, i) => i % 2 === 0);
    if (kept.at(-1) !== last) kept.push(last);
    this.samples.splice(0, this.samples.length, ...kept);
    this.apart = Math.max(1, Math.ceil((last.step - kept[0].step) / (MAX_SAMPLES / 2)));
  }
};
export {
  History
};
