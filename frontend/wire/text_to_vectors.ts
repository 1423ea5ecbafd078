// Made by tools/wire.py from src/glassnet/widgets/text_to_vectors: don't edit, run `make generate`.
import type { Received, Upload } from "./shared.ts";

/** The lines of a text as numbers, and the reason of the one at row and column. */
export interface Count {
  text: string;
  encoding: string;
  at?: [number, number] | null | undefined;
}

/** The text of the file that came last. */
export interface Text {
}

/** Words to train: of a text, or of the project's own sentences. */
export interface Begin {
  seed?: number | undefined;
  text?: string | null | undefined;
}

/** Train on for a slice of time, at most so many updates. */
export interface Train {
  chosen: [string, string, string, string];
  steps: number;
}

/** Look at other words. */
export interface Look {
  chosen: [string, string, string, string];
}

/** Buffers: the table, row by row; the cosine between each two rows. */
export interface Counted {
  rows: string[];
  columns: string[];
  at: [number, number];
  reason: string;
  numbers: number;
  kept: number;
  dense_bytes: number;
  sparse_bytes: number;
}

/** A text. */
export interface TextView {
  text: string;
}

/** What there is to train, and where it begins. */
export interface Begun {
  step: number;
  done: boolean;
  latest: LatestPair | null;
  share: number;
  near: Neighbour[];
  cosine: number;
  first_found: string;
  found: Neighbour[];
  words: string[];
  kinds: string[];
  sentences: number;
  pairs: number;
  steps: number;
  chosen: [string, string, string, string];
}

/** The latest batch's mean loss, and its first pair: the true neighbour first, then words drawn at random. */
export interface LatestPair {
  loss: number;
  centre: string;
  others: NeighbourSeen[];
}

/** A word drawn beside another: the score, and the probability that it is a neighbour. */
export interface NeighbourSeen {
  word: string;
  z: number;
  p: number;
}

/** A word, and the cosine of the angle to what it was compared with: 1 the same direction, 0 a right angle. */
export interface Neighbour {
  word: string;
  cosine: number;
}

/** Buffers: each word's place on the map; the first word's vector. */
export interface Vectors {
  step: number;
  done: boolean;
  latest: LatestPair | null;
  share: number;
  near: Neighbour[];
  cosine: number;
  first_found: string;
  found: Neighbour[];
}

/** What each kind of request asks, and what it is told. */
export interface Wire {
  count: { asked: Count; told: Counted };
  upload: { asked: Upload; told: Received };
  text: { asked: Text; told: TextView };
  begin: { asked: Begin; told: Begun };
  train: { asked: Train; told: Vectors };
  look: { asked: Look; told: Vectors };
}
