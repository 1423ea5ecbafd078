// Made by tools/wire.py from messages of several widgets: don't edit, run `make generate`.

/** A choice: its name, and its label for readers. */
export interface Choice {
  name: string;
  label: string;
}

/** One piece of a file: its offset in a file of size bytes, and its bytes as base64. */
export interface Upload {
  size: number;
  name?: string | null | undefined;
  begin?: number | undefined;
  data?: string | undefined;
}

/** The bytes received so far, whether that is all and, if so, the file's description. */
export interface Received {
  received: number;
  done: boolean;
  words?: string;
}

/** Continue with other settings. */
export interface Change {
  learning_rate?: number | null | undefined;
  l2?: number | null | undefined;
  rule?: string | null | undefined;
}

/** Undo the last change. */
export interface Undo {
}

/** Start a branch with the same past up to a step. */
export interface Branch {
  learning_rate?: number | null | undefined;
  l2?: number | null | undefined;
  rule?: string | null | undefined;
  step: number;
}

/** Show another run. */
export interface Choose {
  track: string;
}

/** Delete a branch. */
export interface Forget {
  track: string;
}

/** Compare the run shown with another. */
export interface Compare {
  track: string;
}

/** A run's latest step, its settings and its changes. */
export interface TrackView {
  name: string;
  label: string;
  parent: string;
  first: number;
  step: number;
  branched_at: number | null;
  changes: ChangeView[];
  settings: SettingsView;
  stopped: string | null;
  can_undo: boolean;
}

/** A change by hand, in words. */
export interface ChangeView {
  step: number;
  text: string;
}

/** The settings in force; l2 is null if another kind of penalty is in force. */
export interface SettingsView {
  rule: string;
  learning_rate: number;
  l2: number | null;
}

/** A number with the reference that explains it; null if it is not finite. */
export interface Named {
  reference: string;
  value: number | null;
}

/** The first step at which two runs differ and why, and the distance of their parameters by layer. */
export interface Comparison {
  now: string;
  track: string;
  first_difference: number | null;
  words: string;
  steps: number[];
  distances: Record<string, (number | null)[]>;
}

/** An explanation as JSON: what Explanation.to_dict returns. */
export interface ExplanationView {
  reference: ExplainedReference;
  value: number | string;
  formula: string;
  numbers: string;
  latex: string;
  note: string;
  earlier: Earlier | null;
  leaves: number;
  expression: Term;
}

/** The name of a number in an explanation. */
export interface ExplainedReference {
  text: string;
  layer: string;
  part: string;
  index: number[];
}

/** The number of an earlier step that a number was copied from. */
export interface Earlier {
  step: number;
  reference: ExplainedReference;
}

/** A part of an explanation's arithmetic; a number that is not finite is given as a word. */
export interface Term {
  op: string;
  value: number | string;
  reference?: ExplainedReference;
  operands?: Term[];
  folded?: Folded;
}

/** The terms of a long sum that are not shown: how many, and their sum. */
export interface Folded {
  terms: number;
  value: number | string | null;
}

/** Inputs, hidden layers and outputs. */
export interface Architecture {
  inputs: number;
  hidden: number[];
  outputs: number;
  activation: string;
  output_activation: string;
}
