// Made by tools/wire.py from src/glassnet/widgets/custom_activation: don't edit, run `make generate`.

/** List example formulas. */
export interface Examples {
}

/** Parse a formula: return its derivative, checks of it and its curve. */
export interface Read {
  formula: string;
}

/** Create two networks: one with the formula, one with tanh. */
export interface Begin {
  formula: string;
}

/** Continue training both networks. */
export interface Train {
  steps: number;
}

/** Example formulas, the formula shown at first, and the number of updates in training. */
export interface ExamplesView {
  examples: Example[];
  formula: string;
  steps: number;
}

/** An example formula. */
export interface Example {
  label: string;
  formula: string;
}

/** Buffers: z, value, derivative. */
export interface Reading {
  formula: string;
  mathml: string;
  slope: string;
  slope_mathml: string;
  checks: Check[];
}

/** Value and derivative at one z: from the formula, and by nudging z. */
export interface Check {
  z: number;
  value: number | null;
  found: number | null;
  seen: number | null;
  agrees: boolean;
}

/** Buffers: the loss after each step, one buffer per network. */
export interface Networks {
  step: number;
  done: boolean;
  networks: NetworkView[];
}

/** A network, and the fraction of points it classifies correctly. */
export interface NetworkView {
  name: string;
  accuracy: number;
  loss: number;
}

/** The request and reply of each kind. */
export interface Wire {
  examples: { request: Examples; reply: ExamplesView };
  read: { request: Read; reply: Reading };
  begin: { request: Begin; reply: Networks };
  train: { request: Train; reply: Networks };
}
