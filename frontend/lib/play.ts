// The playback loop: one turn per animation frame, at most `depth` of them in progress, none while the page is hidden.
import { NoReply } from "./protocol.ts";

/** One turn: ask Python for a little more, or advance in a recording. `false` stops playback. */
export type Turn = (now: number) => Promise<boolean | void> | boolean | void;

export interface PlayHost {
  turn: Turn;
  /** Playback started or stopped, or the last turn after stopping has finished. */
  changed(): void;
  /** A turn failed, or was not answered, and playback has stopped. */
  failed?(error: Error): void;
  /** Whether a turn is possible now; otherwise the loop waits. */
  ready?(): boolean;
}

export interface PlaySettings {
  /** How many turns may be in progress at the same time. */
  depth?: number;
  requestFrame?: (callback: (now: number) => void) => number;
  cancelFrame?: (handle: number) => void;
}

/** How much to ask for per turn, and the minimum time between two turns. */
export interface Speed {
  name: string;
  label: string;
  amount: { budget_ms: number } | { steps: number };
  everyMs: number;
}

export const SPEEDS: readonly Speed[] = [
  { name: "slow", label: "5 steps per second", amount: { steps: 1 }, everyMs: 200 },
  { name: "single", label: "1 step per frame", amount: { steps: 1 }, everyMs: 0 },
  { name: "normal", label: "10 steps per frame", amount: { steps: 10 }, everyMs: 0 },
  { name: "full", label: "Maximum speed", amount: { budget_ms: 14 }, everyMs: 0 },
];

/** The speed with this name. */
export function speedOf(name: string): Speed {
  return SPEEDS.find((speed) => speed.name === name) ?? SPEEDS[2]!;
}

/** Half a frame of slack: animation frames never come at exactly the right time. */
const SLACK_MS = 8;

export class PlayLoop {
  /** Minimum time between two turns. */
  everyMs = 0;
  private handle: number | null = null;
  private out = 0;
  private last = -Infinity;
  /** Counts presses of play: a turn from an earlier press must not stop a later one. */
  private plays = 0;
  private readonly depth: number;
  private readonly requestFrame: (callback: (now: number) => void) => number;
  private readonly cancelFrame: (handle: number) => void;

  constructor(
    private readonly host: PlayHost,
    { depth = 1, requestFrame = (callback) => requestAnimationFrame(callback), cancelFrame = (handle) => cancelAnimationFrame(handle) }: PlaySettings = {},
  ) {
    this.depth = depth;
    this.requestFrame = requestFrame;
    this.cancelFrame = cancelFrame;
  }

  get playing(): boolean {
    return this.handle !== null;
  }

  /** No turn is scheduled or in progress: what is shown stays. */
  get settled(): boolean {
    return !this.playing && this.out === 0;
  }

  play(): void {
    if (this.playing) return;
    this.last = -Infinity;
    this.plays++;
    this.handle = this.requestFrame(this.look);
    this.host.changed();
  }

  pause(): void {
    if (this.handle === null) return;
    this.cancelFrame(this.handle);
    this.handle = null;
    this.host.changed();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  private readonly look = (now: number): void => {
    this.handle = this.requestFrame(this.look);
    const due = now - this.last >= this.everyMs - SLACK_MS;
    if (due && this.out < this.depth && (this.host.ready?.() ?? true)) void this.take(now);
  };

  private async take(now: number): Promise<void> {
    const { plays } = this;
    this.last = now;
    this.out++;
    try {
      const turn = this.host.turn(now);
      const goOn = turn instanceof Promise ? await turn : turn;
      if (goOn === false && plays === this.plays) this.pause();
    } catch (error) {
      if (plays === this.plays) this.fail(error as Error);
    } finally {
      this.out--;
      if (this.settled) this.host.changed();
    }
  }

  private fail(error: Error): void {
    const wasPlaying = this.playing;
    this.pause();
    if (wasPlaying || !(error instanceof NoReply)) this.host.failed?.(error);
  }
}
