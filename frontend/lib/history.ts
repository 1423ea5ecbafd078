// The loss curve's history: losses by step, and a marker for every change.

export interface Sample {
  step: number;
  epoch: number;
  train: number;
  test: number;
}

export interface Mark {
  step: number;
  epoch: number;
  label: string;
}

export interface HistoryRecord {
  samples: Sample[];
  marks: Mark[];
  apart: number;
}

const MAX_SAMPLES = 600;
const MAX_MARKS = 100;

/** Keeps at most 600 samples: when it is full, every second one is dropped and new ones are kept twice as far apart. */
export class History {
  constructor(
    readonly samples: Sample[] = [],
    readonly marks: Mark[] = [],
    private apart = 1,
  ) {}

  /** Add a sample. The newest is always kept, so that the curve ends at the current step. */
  add(sample: Sample): void {
    const last = this.samples.at(-1);
    if (last && sample.step < last.step) this.forgetAfter(sample.step - 1);
    const before = this.samples.at(-2);
    if (before && this.samples.at(-1)!.step - before.step < this.apart) this.samples.pop();
    if (this.samples.at(-1)?.step === sample.step) this.samples.pop();
    this.samples.push(sample);
    if (this.samples.length > MAX_SAMPLES) this.thin();
  }

  mark(mark: Mark, replaceLast: boolean): void {
    if (replaceLast) this.marks.pop();
    this.marks.push(mark);
    if (this.marks.length > MAX_MARKS) this.marks.shift();
  }

  forgetAfter(step: number): void {
    while (this.samples.length && this.samples.at(-1)!.step > step) this.samples.pop();
    while (this.marks.length && this.marks.at(-1)!.step > step) this.marks.pop();
  }

  toRecord(): HistoryRecord {
    return { samples: [...this.samples], marks: [...this.marks], apart: this.apart };
  }

  static from(record: HistoryRecord): History {
    return new History([...record.samples], [...record.marks], record.apart);
  }

  private thin(): void {
    const last = this.samples.at(-1)!;
    const kept = this.samples.filter((_, i) => i % 2 === 0);
    if (kept.at(-1) !== last) kept.push(last);
    this.samples.splice(0, this.samples.length, ...kept);
    this.apart = Math.max(1, Math.ceil((last.step - kept[0]!.step) / (MAX_SAMPLES / 2)));
  }
}
