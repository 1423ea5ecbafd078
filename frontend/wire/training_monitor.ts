// Made by tools/wire.py from src/glassnet/widgets/training_monitor: don't edit, run `make generate`.
import type { Branch, Change, Choice, Choose, Compare, Comparison, ExplanationView, Forget, Named, TrackView, Undo } from "./shared.ts";

/** Show where the runs stand, of another example where one is named. */
export interface Open {
  example?: string | null | undefined;
}

/** Train for budget_ms, or make exactly so many steps. */
export interface Advance {
  budget_ms?: number | null | undefined;
  steps?: number | null | undefined;
}

/** Look at a step, or at where training stands. */
export interface Look {
  step?: number | null | undefined;
}

/** Why a number of a step of a run is what it is; the run that is looked at where none is named. */
export interface Explain {
  reference: string;
  step: number;
  track?: string | null | undefined;
  terms?: number | null | undefined;
}

/** All that the page shows. Buffers: the curves, in the order of curves. complete says whether every curve has been measured to its end. */
export interface View {
  now: string;
  tracks: TrackView[];
  example: string;
  examples: ExampleView[];
  rules: Choice[];
  at: number;
  look: StepView;
  speed: Record<string, Named>;
  curves: Columns[];
  complete: boolean;
}

/** A run to watch where a reader has none of their own. */
export interface ExampleView {
  name: string;
  label: string;
  words: string;
}

/** What a step of a run has to tell. */
export interface StepView {
  step: number;
  epoch: number;
  batch: number;
  held_out: number;
  learning_rate: Named;
  measures: Measure[];
  dead_units: Named | null;
  layers: LayerView[];
}

/** Loss or a metric, of the batch and of the validation samples. */
export interface Measure {
  name: string;
  batch: Named | null;
  validation: Named | null;
}

/** A layer's numbers and histograms, by name. */
export interface LayerView {
  name: string;
  what: string;
  numbers: Record<string, Named>;
  histograms: Record<string, Histogram>;
}

/** Bars: counts, and edges, one more than there are bars. Bar 3 is explained by reference with [3] behind it. */
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

/** What each kind of request asks, and what it is told. */
export interface Wire {
  open: { asked: Open; told: View };
  advance: { asked: Advance; told: View };
  look: { asked: Look; told: View };
  change: { asked: Change; told: View };
  undo: { asked: Undo; told: View };
  branch: { asked: Branch; told: View };
  choose: { asked: Choose; told: View };
  forget: { asked: Forget; told: View };
  compare: { asked: Compare; told: Comparison };
  explain: { asked: Explain; told: Explained };
}
