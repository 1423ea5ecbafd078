// What Python tells of runs, of a step, and of curves.
import type { Explanation } from "../../dom/explanation.ts";
import type { TrackTold } from "../../lib/tracks.ts";

export interface NumberTold {
  reference: string;
  value: number | null;
}

export interface HistogramTold {
  /** A bar is explained by this with its place behind it: histogram.dense_1/weight[3]. */
  reference: string;
  /** Where bars begin and end, one more than there are bars. */
  edges: number[];
  counts: number[];
  not_finite: NumberTold | null;
  spread: Record<string, NumberTold>;
}

export interface LayerTold {
  name: string;
  what: string;
  numbers: Record<string, NumberTold>;
  histograms: Record<string, HistogramTold>;
}

export interface StepTold {
  step: number;
  epoch: number;
  batch: number;
  held_out: number;
  learning_rate: NumberTold;
  measures: { name: string; batch: NumberTold | null; validation: NumberTold | null }[];
  dead_units: NumberTold | null;
  layers: LayerTold[];
}

export interface View {
  now: string;
  tracks: TrackTold[];
  example: string;
  examples: { name: string; label: string; words: string }[];
  rules: { name: string; label: string }[];
  at: number;
  look: StepTold;
  speed: Record<string, NumberTold>;
  curves: { track: string; columns: Record<string, string[]> }[];
  complete: boolean;
}

export interface Explained {
  explanation: Explanation;
  step: number;
  track: string;
}

/** Columns of numbers by name. */
export type Table = Record<string, Float32Array>;

/** The curves of one run: "steps", "epochs" and "layers". */
export type Curves = Record<string, Table>;

/** Take rows apart into columns. */
export function toTable(names: readonly string[], rows: Float32Array): Table {
  const count = rows.length / names.length;
  return Object.fromEntries(names.map((name, i) => [name, Float32Array.from({ length: count }, (_, row) => rows[row * names.length + i]!)]));
}
