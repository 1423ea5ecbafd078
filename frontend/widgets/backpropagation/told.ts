// What Python tells of a step, of one number, and of the graph.

import type { TrackTold } from "../../lib/tracks.ts";

export type Row = (number | null)[];

export interface Example {
  name: string;
  label: string;
  words: string;
  rate: number;
  inputs: string[];
  outputs: string[];
}

export interface Layer {
  name: string;
  activation: string;
  z: Row;
  a: Row;
  d_z: Row;
  d_a: Row;
  weight: Row[];
  d_weight: Row[];
  weight_after: Row[];
  bias: Row;
  d_bias: Row;
  bias_after: Row;
}

export interface Moment {
  example: string;
  now: string;
  tracks: TrackTold[];
  most: number;
  step: number;
  place: number;
  samples: number[];
  x: Row;
  target: Row;
  layers: Layer[];
  learning_rate: number;
  rule: string;
  /** Whether the step is the learning rate times the gradient, and nothing else. */
  plain: boolean;
  sample_loss: number | null;
  loss: number | null;
  loss_after: number | null;
}

export interface Line {
  reference: string;
  formula: string;
  numbers: string;
  value: number | null;
}

export interface Term {
  op: string;
  value: number | string;
  reference?: { text: string };
  operands?: Term[];
}

export interface Factor {
  kind: "input" | "slope" | "weight" | "error";
  layer: number;
  source: number;
  unit: number;
  value: number | null;
}

export interface Explained {
  /** The run whose number it is, and the step. */
  track: string;
  step: number;
  explanation: { reference: { text: string }; value: number | string; formula: string; numbers: string; note: string; expression: Term };
  rests_on: Line[];
  paths: { sample: number; factors: Factor[]; product: number | null }[];
  more_paths: { count: number; sum: number } | null;
}

export interface GraphNode {
  kind: string;
  place: [number, number, number];
  value: number | null;
  gradient: number | null;
  inputs: number[];
  slopes: (number | null)[];
  reference: string;
  d_reference: string;
}
