// Training on, one request after another, in step with the screen.

export const SPEEDS = [
  { value: "slow", label: "5 steps a second", amount: { steps: 1 }, everyMs: 200 },
  { value: "normal", label: "10 steps a picture", amount: { steps: 10 }, everyMs: 0 },
  { value: "full", label: "As fast as it can", amount: { budget_ms: 14 }, everyMs: 0 },
] as const;

export type Amount = { steps: number } | { budget_ms: number };

export class Loop {
  speed: (typeof SPEEDS)[number] = SPEEDS[1];
  private handle = 0;
  private out = false;
  private last = -Infinity;

  /** `advance` asks Python and draws; it says whether to go on. `onChange` is called when playing begins or ends. */
  constructor(
    private readonly advance: (amount: Amount) => Promise<boolean>,
    private readonly onChange: () => void,
  ) {}

  get playing(): boolean {
    return this.handle !== 0;
  }

  /** Nothing is asked and nothing is on its way: what is shown now stays. */
  get settled(): boolean {
    return !this.playing && !this.out;
  }

  play(): void {
    if (this.playing) return;
    this.handle = requestAnimationFrame(this.look);
    this.onChange();
  }

  pause(): void {
    if (!this.playing) return;
    cancelAnimationFrame(this.handle);
    this.handle = 0;
    this.onChange();
  }

  private readonly look = (now: number): void => {
    this.handle = requestAnimationFrame(this.look);
    if (this.out || now - this.last < this.speed.everyMs - 8) return;
    this.last = now;
    this.out = true;
    this.advance(this.speed.amount)
      .then((goOn) => {
        if (!goOn) this.pause();
      })
      .finally(() => {
        this.out = false;
        if (!this.playing) this.onChange();
      });
  };
}
