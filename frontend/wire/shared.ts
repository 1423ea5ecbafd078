// Made by tools/wire.py from what several widgets are told: don't edit, run `make generate`.

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
