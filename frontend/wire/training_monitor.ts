// Made by tools/wire.py from src/glassnet/widgets/training_monitor: don't edit, run `make generate`.
import type { Branch, Change, Choice, Choose, Compare, Comparison, ExplanationView, Forget, Named, TrackView, Undo } from "./shared.ts";

/** Show the runs, of another example if one is named. */
export interface Open {
  example?: string | null | undefined;
}

/** Train for budget_ms, or make exactly steps updates. */
export interface Advance {
  budget_ms?: number | null | undefined;
  steps?: number | null | undefined;
}

/** Show a step, by default the latest. */
export interface Look {
  step?: number | null | undefined;
}

/** Explain a number in a step of a run, by default the run shown. */
export interface Explain {
  reference: string;
  step: number;
  track?: string | null | undefined;
  terms?: number | null | undefined;
}

/** Everything that the page shows. Buffers: the curves, in the order of curves. complete says whether every curve has been fully measured. */
export interface View {
  now: string;
  tracks: TrackView[];
  example: string;
  examples: ExampleView[];
  rules: Choice[];
  at: number;
  shown: StepView;
  speed: Record<string, Named>;
  curves: Columns[];
  complete: boolean;
}

/** An example run. */
export interface ExampleView {
  name: string;
  label: string;
  words: string;
}

/** The numbers of one step of a run. */
export interface StepView {
  step: number;
  epoch: number;
  batch: number;
  held_out: number;
  learning_rate: Named;
  measures: Measure[];
  classes: ClassView[];
  dead_units: Named | null;
  layers: LayerView[];
}

/** Loss or a metric, on the batch and on the validation samples. */
export interface Measure {
  name: string;
  batch: Named | null;
  validation: Named | null;
}

/** How well one of several classes is told from the others, on the validation samples; null where undefined. */
export interface ClassView {
  name: string;
  precision: Named;
  recall: Named;
  f1: Named;
}

/** A layer's numbers and histograms, by name. */
export interface LayerView {
  name: string;
  what: string;
  numbers: Record<string, Named>;
  histograms: Record<string, Histogram>;
}

/** Bars: counts, and edges (one more than bars). The reference of bar 3 is reference followed by [3]. */
export interface Histogram {
  reference: string;
  edges: number[];
  counts: number[];
  not_finite: Named | null;
  spread: Record<string, Named>;
}

/** The columns of a run's curves: "steps", "epochs", "layers"; one buffer each, row by row. */
export interface Columns {
  track: string;
  columns: Record<string, string[]>;
}

/** A number's explanation. */
export interface Explained {
  explanation: ExplanationView;
  step: number;
  track: string;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: View };
  advance: { request: Advance; reply: View };
  look: { request: Look; reply: View };
  change: { request: Change; reply: View };
  undo: { request: Undo; reply: View };
  branch: { request: Branch; reply: View };
  choose: { request: Choose; reply: View };
  forget: { request: Forget; reply: View };
  compare: { request: Compare; reply: Comparison };
  explain: { request: Explain; reply: Explained };
}
