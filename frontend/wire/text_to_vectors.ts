// Made by tools/wire.py from src/glassnet/widgets/text_to_vectors: don't edit, run `make generate`.
import type { Received, Upload } from "./shared.ts";

/** Say which view is shown first. */
export interface Open {
}

/** Return the lines of a text as numbers, with an explanation of the one at row and column. */
export interface Count {
  text: string;
  encoding: string;
  at?: [number, number] | null | undefined;
}

/** Return the text of the latest file. */
export interface Text {
}

/** Start training on a text, or on the built-in sentences. */
export interface Begin {
  seed?: number | undefined;
  text?: string | null | undefined;
}

/** Continue training for a slice of time, at most steps updates. */
export interface Train {
  chosen: [string, string, string, string];
  steps: number;
}

/** Select other words. */
export interface Look {
  chosen: [string, string, string, string];
}

/** Which view is shown first, and the sentences that are counted first. */
export interface OpeningView {
  view: string;
  sentences: string;
}

/** Buffers: the table, row by row; the cosine between every two rows. */
export interface Counted {
  max_size: number;
  by_character: boolean;
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

/** The words and the initial state of training. */
export interface Begun {
  step: number;
  done: boolean;
  latest: LatestPair | null;
  explained_variance: number;
  near: Neighbour[];
  cosine: number;
  first_found: string;
  found: Neighbour[];
  words: string[];
  kinds: string[];
  max_size: number;
  by_character: boolean;
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

/** A word, and its cosine with what it was compared with: 1 is the same direction, 0 a right angle. */
export interface Neighbour {
  word: string;
  cosine: number;
}

/** Buffers: each word's position on the map; six vectors of length 1, (6, units). They are: the selected word, the one it is compared with, minus, plus, their sum, and the word nearest to that. */
export interface Vectors {
  step: number;
  done: boolean;
  latest: LatestPair | null;
  explained_variance: number;
  near: Neighbour[];
  cosine: number;
  first_found: string;
  found: Neighbour[];
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: OpeningView };
  count: { request: Count; reply: Counted };
  upload: { request: Upload; reply: Received };
  text: { request: Text; reply: TextView };
  begin: { request: Begin; reply: Begun };
  train: { request: Train; reply: Vectors };
  look: { request: Look; reply: Vectors };
}
