// Made by tools/wire.py from src/glassnet/widgets/descent_playground: don't edit, run `make generate`.
import type { Choice } from "./shared.ts";

/** Which landscapes and update rules there are. */
export interface Landscapes {
}

/** One landscape. */
export interface Surface {
  landscape: string;
}

/** Several rules from one start; adaptive is the rate of the adaptive rules. */
export interface Race {
  landscape: string;
  start: [number, number];
  rate: number;
  adaptive: number;
  momentum: number;
  noise: number;
  steps: number;
  rules: string[];
}

/** One line, fitted with batches of three sizes. */
export interface Batches {
  rate: number;
  epochs: number;
  seed?: number | undefined;
}

/** All landscapes and rules. */
export interface LandscapesView {
  landscapes: LandscapeView[];
  rules: Choice[];
}

/** A landscape to choose. */
export interface LandscapeView {
  name: string;
  label: string;
  words: string;
}

/** Buffer: heights on a grid, rows by y from low to high. */
export interface SurfaceView {
  landscape: string;
  x_range: [number, number];
  y_range: [number, number];
  start: [number, number];
  rate: number;
  bend: number;
  words: string;
  minima: [number, number][];
  grid: number;
}

/** Buffers: for each walker its x, then its y. */
export interface RaceView {
  walkers: Walker[];
}

/** One rule's way: heights, what became of it, and the step at which it arrived. */
export interface Walker {
  name: string;
  label: string;
  values: (number | null)[];
  verdict: string;
  arrived: number | null;
}

/** Buffers: the cost on a grid, rows by b from low to high; then for each size w, then b. */
export interface BatchesView {
  paths: PathView[];
  grid: number;
  w_range: [number, number];
  b_range: [number, number];
}

/** One batch size's way: what a step takes, and the cost after every epoch. */
export interface PathView {
  size: number;
  steps_per_epoch: number;
  points_per_step: number;
  cost: number | null;
  costs: (number | null)[];
}

/** What each kind of request asks, and what it is told. */
export interface Wire {
  landscapes: { asked: Landscapes; told: LandscapesView };
  surface: { asked: Surface; told: SurfaceView };
  race: { asked: Race; told: RaceView };
  batches: { asked: Batches; told: BatchesView };
}
