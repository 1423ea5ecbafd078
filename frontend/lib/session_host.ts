// What the Lab's session says to its page, and what it needs of it.
import type { HistoryRecord } from "./history.ts";
import type { SavedTrack } from "./lab_tracks.ts";
import type { Spec, View } from "./protocol.ts";
import type { Kept } from "./timeline.ts";

export interface Saved {
  checkpoint: string;
  /** null if only the state is known, as in a link. */
  history: HistoryRecord | null;
  /** The name of the run that is shown, and the runs that are not. */
  name?: string;
  others?: SavedTrack[];
}

export type Notice =
  | { kind: "stopped"; message: string; back: Kept | null; rate: number }
  | { kind: "silent"; playing: boolean }
  | { kind: "error"; message: string };

/** What to open first: what was saved, or these settings. */
export interface Begin {
  spec?: Partial<Spec>;
  saved?: Saved | undefined;
}

export interface Probe {
  x: [number, number];
  activations: (number | null)[][];
}

export interface SessionHost {
  view: View;
  /** Something to show has changed. */
  changed(): void;
  save?(saved: Saved): void;
  /** The session is about to be opened for the first time: requests of other kinds go before it. */
  opening?(): void;
  now(): number;
  requestFrame(callback: (now: number) => void): number;
  cancelFrame(handle: number): void;
}
