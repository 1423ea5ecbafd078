// Checkpoints before each change, for Undo, and recent ones, so that a NaN costs little.
import type { HistoryRecord } from "./history.ts";

export interface Kept {
  checkpoint: string;
  step: number;
  loss: number;
}

export interface Moment {
  checkpoint: string;
  history: HistoryRecord;
  /** What was done right after this moment. */
  label: string;
}

const MAX_MOMENTS = 40;
const MAX_RECENT = 10;

export class Timeline {
  readonly past: Moment[] = [];
  readonly future: Moment[] = [];
  private recent: Kept[] = [];

  /** Add the moment before something new: what had been undone can't be redone any more. */
  push(moment: Moment): void {
    this.past.push(moment);
    if (this.past.length > MAX_MOMENTS) this.past.shift();
    this.future.length = 0;
  }

  /** Keep a checkpoint: the first since the last change stays, the others for a while. */
  keep(kept: Kept): void {
    this.recent.push(kept);
    if (this.recent.length > MAX_RECENT) this.recent.splice(1, 1);
  }

  /** The recent checkpoint with the smallest loss. */
  best(): Kept | null {
    return this.recent.reduce<Kept | null>((best, kept) => (best && best.loss <= kept.loss ? best : kept), null);
  }

  /** Training continues from another state or with other settings: recent checkpoints no longer apply. */
  forgetRecent(): void {
    this.recent = [];
  }
}
