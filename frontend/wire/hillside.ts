// Made by tools/wire.py from src/glassnet/widgets/hillside: don't edit, run `make generate`.

/** Show the curve. */
export interface Open {
}

/** Walk downhill. */
export interface Walk {
  start: number;
  rate: number;
  steps: number;
}

/** Move from x by run, and look at the height. */
export interface Nudge {
  x: number;
  run: number;
}

/** The curve and how the page opens. Buffer: x, then the heights there. */
export interface CurveView {
  view: string;
  x_range: [number, number];
  y_range: [number, number];
  valley: number;
  start: number;
  rate: number;
  steps: number;
  run: number;
}

/** The places of a walk, the start first, with heights and slopes there. */
export interface WalkView {
  places: number[];
  heights: (number | null)[];
  slopes: (number | null)[];
}

/** A small triangle on the curve, and the slope in its corner. Buffer: x, then the heights there, close up. */
export interface NudgeView {
  x: number;
  run: number;
  height: number;
  nudged: number;
  rise: number;
  ratio: number;
  slope: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: CurveView };
  walk: { request: Walk; reply: WalkView };
  nudge: { request: Nudge; reply: NudgeView };
}
