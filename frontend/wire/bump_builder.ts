// Made by tools/wire.py from src/glassnet/widgets/bump_builder: don't edit, run `make generate`.
import type { Choice } from "./shared.ts";

/** List the curves. */
export interface Open {
}

/** Build a network of bumps for a curve; own are the heights of a curve of the reader's, at equal distances. */
export interface Build {
  target: string;
  bumps: number;
  steep: number;
  own: number[];
}

/** The curves, and what is shown first. knots are the places at which an own curve is given. */
export interface Opening {
  targets: Choice[];
  target: string;
  bumps: number;
  steep: number;
  most: number;
  steepest: number;
  knots: number[];
  own: number[];
}

/** The network and how far it is from the curve. Buffers: x, the curve, the output, one bump after the other. */
export interface Built {
  target: string;
  bumps: number;
  units: number;
  parameters: number;
  largest: number;
  mean: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Opening };
  build: { request: Build; reply: Built };
}
