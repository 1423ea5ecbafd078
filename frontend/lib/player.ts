// The loop that pulls: one look per animation frame, at most `depth` requests out, nothing asked while hidden.
import { NoReply, type Frame, type Message } from "./protocol.ts";

export interface Speed {
  name: string;
  label: string;
  /** What to ask for at a time. */
  amount: { budget_ms: number } | { steps: number };
  /** Least time between two requests. */
  everyMs: number;
}

export const SPEEDS: readonly Speed[] = [
  { name: "slow", label: "5 steps a second", amount: { steps: 1 }, everyMs: 200 },
  { name: "single", label: "1 step a picture", amount: { steps: 1 }, everyMs: 0 },
  { name: "normal", label: "10 steps a picture", amount: { steps: 10 }, everyMs: 0 },
  { name: "full", label: "As fast as it can", amount: { budget_ms: 14 }, everyMs: 0 },
];

const MOST_LOST = 5;
const CHECKPOINT_EVERY_MS = 400;

export interface PlayerHost {
  ask(message: Message): Promise<Frame>;
  /** Whether asking makes sense now: connected, and no change on its way that should go first. */
  ready(): boolean;
  onGiveUp(): void;
  /** The last reply after a pause is in: what is shown now stays. */
  onSettled(): void;
  onError(error: Error): void;
  requestFrame(callback: (now: number) => void): number;
  cancelFrame(handle: number): void;
}

export class Player {
  speed: Speed = SPEEDS[2]!;
  private handle: number | null = null;
  private out = 0;
  private lost = 0;
  private lastAsked = -Infinity;
  private lastCheckpoint = -Infinity;

  constructor(
    private readonly host: PlayerHost,
    private readonly depth = 2,
  ) {}

  get playing(): boolean {
    return this.handle !== null;
  }

  get settled(): boolean {
    return !this.playing && this.out === 0;
  }

  play(): void {
    this.lost = 0;
    if (!this.playing) this.handle = this.host.requestFrame(this.look);
  }

  pause(): void {
    if (this.handle !== null) this.host.cancelFrame(this.handle);
    this.handle = null;
  }

  private readonly look = (now: number): void => {
    this.handle = this.host.requestFrame(this.look);
    // Half a screen's frame of slack: animation frames never come at exactly the wished-for time.
    const due = now - this.lastAsked >= this.speed.everyMs - 8;
    if (due && this.out < this.depth && this.host.ready()) void this.ask(now);
  };

  private async ask(now: number): Promise<void> {
    this.lastAsked = now;
    const checkpoint = now - this.lastCheckpoint >= CHECKPOINT_EVERY_MS;
    if (checkpoint) this.lastCheckpoint = now;
    this.out++;
    try {
      await this.host.ask({ kind: "advance", ...this.speed.amount, ...(checkpoint ? { checkpoint } : {}) });
      this.lost = 0;
    } catch (error) {
      this.failed(error as Error);
    } finally {
      this.out--;
      if (this.settled) this.host.onSettled();
    }
  }

  private failed(error: Error): void {
    if (!(error instanceof NoReply)) {
      this.pause();
      this.host.onError(error);
    } else if (++this.lost === MOST_LOST && this.playing) {
      this.pause();
      this.host.onGiveUp();
    }
  }
}
