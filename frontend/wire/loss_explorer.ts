// Made by tools/wire.py from src/glassnet/widgets/loss_explorer: don't edit, run `make generate`.
import type { Choice } from "./shared.ts";

/** Say what is shown first. */
export interface Open {
}

/** List the losses. */
export interface Families {
}

/** Return some losses of one example against the prediction. */
export interface Curves {
  family: string;
  losses: string[];
  truth: number;
  at: number;
  delta?: number | undefined;
}

/** Return the best line through points under each loss. */
export interface Fit {
  points: [number, number][];
  delta?: number | undefined;
}

/** List the models with two parameters. */
export interface Models {
}

/** Return the loss of a model over both parameters. */
export interface Surface {
  model: string;
}

/** Return the loss of a model at one point. */
export interface Ball {
  model: string;
  at: [number, number];
}

/** Make steps downhill from a point. */
export interface Roll {
  model: string;
  at: [number, number];
  learning_rate: number;
  steps: number;
}

/** What is shown first. */
export interface OpeningView {
  view: string;
  family: string;
  model: string;
}

/** All families of losses. */
export interface FamiliesView {
  families: Family[];
}

/** Losses for the same kind of prediction. */
export interface Family {
  name: string;
  prediction: string;
  range: [number, number];
  truths: [number, number];
  losses: Choice[];
}

/** Buffers: the predictions; then loss and slope of each loss. */
export interface CurvesView {
  losses: LossAt[];
  truth: number;
  at: number;
}

/** One loss and its slope at the chosen prediction. */
export interface LossAt {
  name: string;
  label: string;
  loss: number | null;
  slope: number | null;
}

/** One line for each loss. */
export interface Fits {
  lines: LineView[];
}

/** The best line under one loss. */
export interface LineView {
  name: string;
  label: string;
  slope: number;
  intercept: number;
  loss: number;
}

/** All models. */
export interface ModelsView {
  models: Choice[];
}

/** Buffers: the loss on a grid, rows by b from low to high; x and y of the points. */
export interface SurfaceView {
  model: string;
  w_range: [number, number];
  b_range: [number, number];
  start: [number, number];
  grid: number;
}

/** Buffers: x, and the prediction there. */
export interface BallView {
  at: [number, number];
  loss: number | null;
  d_w: number | null;
  d_b: number | null;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: OpeningView };
  families: { request: Families; reply: FamiliesView };
  curves: { request: Curves; reply: CurvesView };
  fit: { request: Fit; reply: Fits };
  models: { request: Models; reply: ModelsView };
  surface: { request: Surface; reply: SurfaceView };
  ball: { request: Ball; reply: BallView };
  roll: { request: Roll; reply: BallView };
}
