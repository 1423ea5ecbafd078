// Made by tools/wire.py from what several widgets are told: don't edit, run `make generate`.

/** Go on with other settings. */
export interface Change {
  learning_rate?: number | null | undefined;
  l2?: number | null | undefined;
  rule?: string | null | undefined;
}

/** Take the last change back. */
export interface Undo {
}

/** Begin a run with the same past up to a step. */
export interface Branch {
  learning_rate?: number | null | undefined;
  l2?: number | null | undefined;
  rule?: string | null | undefined;
  step: number;
}

/** Look at another run. */
export interface Choose {
  track: string;
}

/** Let a branch go. */
export interface Forget {
  track: string;
}

/** Compare the run that is looked at with another. */
export interface Compare {
  track: string;
}

/** Where a run stands, what is in force, and what was changed on the way. */
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

/** The settings in force; l2 is null where a penalty of another kind is. */
export interface SettingsView {
  rule: string;
  learning_rate: number;
  l2: number | null;
}

/** A number with the name under which it is explained; null where it is not finite. */
export interface Named {
  reference: string;
  value: number | null;
}

/** The first step at which two runs differ and why, and how far their parameters drift apart, layer by layer. */
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

/** The number of an earlier step that a number comes from. */
export interface Earlier {
  step: number;
  reference: ExplainedReference;
}

/** A part of an explanation's arithmetic; a number that is not finite is a word. */
export interface Term {
  op: string;
  value: number | string;
  reference?: ExplainedReference;
  operands?: Term[];
  folded?: Folded;
}

/** What is not shown of a long sum: how many terms, and what they add up to. */
export interface Folded {
  terms: number;
  value: number | string | null;
}

/** Something to choose: its name, and what readers call it. */
export interface Choice {
  name: string;
  label: string;
}

/** One piece of a file: where it begins in the file of that size, and its bytes as base64. */
export interface Upload {
  size: number;
  name?: string | null | undefined;
  begin?: number | undefined;
  data?: string | undefined;
}

/** How many bytes are there, whether that is all, and then what the file is called for readers. */
export interface Received {
  received: number;
  done: boolean;
  words?: string;
}
