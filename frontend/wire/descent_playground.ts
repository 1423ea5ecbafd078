// Made by tools/wire.py from src/glassnet/widgets/descent_playground: don't edit, run `make generate`.

/** List the landscapes and update rules. */
export interface Landscapes {
}

/** Return one landscape. */
export interface Surface {
  landscape: string;
}

/** Run several rules from the same start; adaptive is the rate of the adaptive rules. */
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

/** Fit a line with three batch sizes. */
export interface Batches {
  rate: number;
  epochs: number;
  seed?: number | undefined;
}

/** All landscapes and rules, and how the page opens. */
export interface LandscapesView {
  landscapes: LandscapeView[];
  rules: RuleView[];
  opening: Opening;
}

/** A landscape to choose, with the start and the learning rate of its first race. */
export interface LandscapeView {
  name: string;
  label: string;
  words: string;
  start: [number, number];
  rate: number;
}

/** An update rule; an adaptive one has a learning rate of its own, and a later lesson. */
export interface RuleView {
  name: string;
  label: string;
  adaptive: boolean;
}

/** How the page opens: one of its two views, and the first race. */
export interface Opening {
  view: "race" | "batches";
  landscape: string;
  rules: string[];
  momentum: number;
  steps: number;
}

/** Buffer: heights on a grid, rows by y from low to high. */
export interface SurfaceView {
  landscape: string;
  x_range: [number, number];
  y_range: [number, number];
  bend: number;
  words: string;
  minima: [number, number][];
  grid: number;
}

/** Buffers: for each walker its x, then its y. */
export interface RaceView {
  walkers: Walker[];
}

/** One rule's path: heights, outcome, and the step at which it arrived. */
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

/** One batch size's path: the effort per step, and the cost after every epoch. */
export interface PathView {
  size: number;
  steps_per_epoch: number;
  points_per_step: number;
  cost: number | null;
  costs: (number | null)[];
}

/** The request and reply of each kind. */
export interface Wire {
  landscapes: { request: Landscapes; reply: LandscapesView };
  surface: { request: Surface; reply: SurfaceView };
  race: { request: Race; reply: RaceView };
  batches: { request: Batches; reply: BatchesView };
}
