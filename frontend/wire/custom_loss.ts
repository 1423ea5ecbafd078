// Made by tools/wire.py from src/glassnet/widgets/custom_loss: don't edit, run `make generate`.

/** List the tasks, each with example formulas. */
export interface Examples {
}

/** Parse a formula: return its slope, checks of it and its curves. */
export interface Read {
  formula: string;
  task: string;
}

/** Create two models: one for the formula, one for the usual loss. */
export interface Begin {
  formula: string;
  task: string;
}

/** Continue training both models. */
export interface Train {
  steps: number;
}

/** All tasks, and the number of updates in training. */
export interface ExamplesView {
  tasks: TaskView[];
  steps: number;
}

/** What can be predicted. */
export interface TaskView {
  name: string;
  label: string;
  classes: boolean;
  usual: string;
  examples: Example[];
}

/** An example formula. */
export interface Example {
  label: string;
  formula: string;
}

/** Buffers: predictions; then the loss at each, one curve per target. */
export interface Reading {
  formula: string;
  mathml: string;
  slope: string;
  slope_mathml: string;
  checks: Check[];
  targets: number[];
}

/** Loss and slope at one prediction: from the formula, and by nudging the prediction. */
export interface Check {
  p: number;
  t: number;
  loss: number | null;
  found: number | null;
  seen: number | null;
  agrees: boolean;
}

/** Buffers: x and y of the data; places; the prediction of each model there. */
export interface Models {
  step: number;
  done: boolean;
  models: ModelView[];
}

/** A model, and how well it does. */
export interface ModelView {
  name: string;
  scores: Record<string, string | number>;
}

/** The request and reply of each kind. */
export interface Wire {
  examples: { request: Examples; reply: ExamplesView };
  read: { request: Read; reply: Reading };
  begin: { request: Begin; reply: Models };
  train: { request: Train; reply: Models };
}
