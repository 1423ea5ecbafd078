// Where training stood before each change, so that any change can be undone, and lately, so that a NaN costs little.
import type { HistoryRecord } from "./history.ts";

export interface Kept {
  checkpoint: string;
  step: number;
  loss: number;
}

export interface Moment {
  checkpoint: string;
  history: HistoryRecord;
  /** What was done just after this moment. */
  label: string;
}

const MOST_MOMENTS = 40;
const MOST_RECENT = 10;

export class Timeline {
  readonly past: Moment[] = [];
  readonly future: Moment[] = [];
  private recent: Kept[] = [];

  /** A moment before something new: what had been undone is forgotten. */
  push(moment: Moment): void {
    this.past.push(moment);
    if (this.past.length > MOST_MOMENTS) this.past.shift();
    this.future.length = 0;
  }

  /** Of the checkpoints since the last change, the first is kept for good and the others for a while. */
  keep(kept: Kept): void {
    this.recent.push(kept);
    if (this.recent.length > MOST_RECENT) this.recent.splice(1, 1);
  }

  /** Of these checkpoints, the one with the smallest loss. */
  best(): Kept | null {
    return this.recent.reduce<Kept | null>((best, kept) => (best && best.loss <= kept.loss ? best : kept), null);
  }

  /** Training goes on from another place or with other settings: what was kept lately is not its past. */
  forgetRecent(): void {
    this.recent = [];
  }
}
