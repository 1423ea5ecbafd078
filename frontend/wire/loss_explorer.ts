// Made by tools/wire.py from src/glassnet/widgets/loss_explorer: don't edit, run `make generate`.
import type { Choice } from "./shared.ts";

/** Which losses there are. */
export interface Families {
}

/** Some losses of one example, over the prediction. */
export interface Curves {
  family: string;
  losses: string[];
  truth: number;
  at: number;
  delta?: number | undefined;
}

/** The best line through points, under each loss. */
export interface Fit {
  points: [number, number][];
  delta?: number | undefined;
}

/** Which models with two parameters there are. */
export interface Models {
}

/** The loss of a model over both parameters. */
export interface Surface {
  model: string;
}

/** The loss of a model at one place. */
export interface Ball {
  model: string;
  at: [number, number];
}

/** Steps downhill from a place. */
export interface Roll {
  model: string;
  at: [number, number];
  learning_rate: number;
  steps: number;
}

/** All families of losses. */
export interface FamiliesView {
  families: Family[];
}

/** Losses that judge the same kind of prediction. */
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

/** What each kind of request asks, and what it is told. */
export interface Wire {
  families: { asked: Families; told: FamiliesView };
  curves: { asked: Curves; told: CurvesView };
  fit: { asked: Fit; told: Fits };
  models: { asked: Models; told: ModelsView };
  surface: { asked: Surface; told: SurfaceView };
  ball: { asked: Ball; told: BallView };
  roll: { asked: Roll; told: BallView };
}
