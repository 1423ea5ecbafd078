// Made by tools/wire.py from src/glassnet/widgets/activation_explorer: don't edit, run `make generate`.
import type { Choice } from "./shared.ts";

/** List the activations, and which of them are shown at first. */
export interface Functions {
}

/** Return some activations and their derivatives from −reach to reach, and at one z. */
export interface Curves {
  functions: string[];
  z: number;
  reach?: number | undefined;
  leaky?: number | undefined;
  elu?: number | undefined;
}

/** All activations, the names of those shown at first, and how many can be shown together. */
export interface FunctionsView {
  functions: Choice[];
  shown: string[];
  most: number;
  z: number;
  reach: number;
}

/** Buffers: z; then value and slope of each activation. null as an end of a range is infinity. */
export interface CurvesView {
  functions: FunctionAt[];
  z: number;
  reach: number;
}

/** One activation: its value and slope at the chosen z, its range, and what it does to many z. */
export interface FunctionAt {
  name: string;
  label: string;
  value: number;
  slope: number;
  lowest: number | null;
  highest: number | null;
  mean: number;
  zeros: number;
  saturates: string;
}

/** The request and reply of each kind. */
export interface Wire {
  functions: { request: Functions; reply: FunctionsView };
  curves: { request: Curves; reply: CurvesView };
}
