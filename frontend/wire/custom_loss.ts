// Made by tools/wire.py from src/glassnet/widgets/custom_loss: don't edit, run `make generate`.

/** Which tasks there are, each with formulas to begin with. */
export interface Examples {
}

/** Read a formula: its slope, checks of it, its curves. */
export interface Read {
  formula: string;
  task: string;
}

/** Make two models: one for the formula, one for the usual loss. */
export interface Begin {
  formula: string;
  task: string;
}

/** Train both models on. */
export interface Train {
  steps: number;
}

/** All tasks, and how many updates training takes. */
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

/** A formula to begin with. */
export interface Example {
  label: string;
  formula: string;
}

/** Buffers: predictions; then the loss at each, one curve a target. */
export interface Reading {
  formula: string;
  mathml: string;
  slope: string;
  slope_mathml: string;
  checks: Check[];
  targets: number[];
}

/** Loss and slope at one prediction: as found, and as seen by nudging the prediction. */
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
  judged: Record<string, string | number>;
}

/** What each kind of request asks, and what it is told. */
export interface Wire {
  examples: { asked: Examples; told: ExamplesView };
  read: { asked: Read; told: Reading };
  begin: { asked: Begin; told: Models };
  train: { asked: Train; told: Models };
}
