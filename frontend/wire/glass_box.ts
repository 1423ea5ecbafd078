// Made by tools/wire.py from src/glassnet/widgets/glass_box: don't edit, run `make generate`.
import type { ExplanationView } from "./shared.ts";

/** Return the network's parameters, and what it computes from the digit shown. */
export interface Open {
}

/** Show the next handwritten digit that the network has not learnt from. */
export interface Example {
}

/** Draw a line through points, each from 0 (left, top) to 1; no points clear the sheet; null just reads it again. */
export interface Draw {
  points?: [number, number][] | null | undefined;
}

/** Explain a number of the digit shown, or of a step of the training before it. */
export interface Explain {
  reference: string;
  step: number;
  track?: string | undefined;
  terms?: number | null | undefined;
}

/** The network. Buffers: weights (64, hidden), biases (hidden), weights (hidden, 10), biases (10). */
export interface Inside {
  step: number;
  samples: number;
  layers: string[];
  hidden: number;
  parameters: number;
  accuracy: number;
}

/** What the network makes of a digit. Buffers: pixels (64), sums and activations of the hidden neurons, sums and probabilities of the outputs. truth is what a digit of the data set is; null for a drawing. sheet is a picture as a data address. */
export interface Reading {
  answer: number;
  sure: number;
  truth: number | null;
  empty: boolean;
  sheet: string;
}

/** A number's explanation. */
export interface Explained {
  explanation: ExplanationView;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Inside };
  example: { request: Example; reply: Reading };
  draw: { request: Draw; reply: Reading };
  explain: { request: Explain; reply: Explained };
}
