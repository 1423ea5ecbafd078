// Made by tools/wire.py from src/glassnet/widgets/slope_triangle: don't edit, run `make generate`.
import type { Choice } from "./shared.ts";

/** List the curves, and say which one is shown first. */
export interface Open {
}

/** Return a curve. */
export interface Draw {
  curve: string;
}

/** Go a little to the right from x, by each of the widths, and look how much higher the curve is there. width is the number of the width that is magnified; x is brought within the curve's window. */
export interface Nudge {
  curve: string;
  x: number;
  width: number;
}

/** All curves, the first one shown, and the widths. */
export interface Opening {
  curves: Choice[];
  curve: string;
  widths: number[];
}

/** Buffers: x and height of the curve's points. at is where the triangle stands at first. */
export interface CurveView {
  x_label: string;
  y_label: string;
  x_range: [number, number];
  y_range: [number, number];
  at: number;
}

/** Buffers: x and height of the curve near the triangle, about four times as wide as it is. ratios are rise divided by width for every width; slope is what they approach. */
export interface Triangle {
  x: number;
  height: number;
  width: number;
  rise: number;
  ratios: number[];
  slope: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Opening };
  draw: { request: Draw; reply: CurveView };
  nudge: { request: Nudge; reply: Triangle };
}
