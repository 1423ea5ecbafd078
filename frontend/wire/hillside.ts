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

/** The curve and how the page opens. Buffer: x, then the heights there. */
export interface CurveView {
  x_range: [number, number];
  y_range: [number, number];
  valley: number;
  start: number;
  rate: number;
  steps: number;
}

/** The places of a walk, the start first, with heights and slopes there. */
export interface WalkView {
  places: number[];
  heights: (number | null)[];
  slopes: (number | null)[];
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: CurveView };
  walk: { request: Walk; reply: WalkView };
}
