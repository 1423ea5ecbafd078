// Made by tools/wire.py from src/glassnet/widgets/backpropagation: don't edit, run `make generate`.
import type { Branch, Change, Choose, Compare, Comparison, ExplanationView, Forget, Named, TrackView, Undo } from "./shared.ts";

/** List the networks, and say which step of which one is shown. */
export interface Examples {
}

/** Show a step of an example, with the numbers of one sample. */
export interface Open {
  example: string;
  step: number;
  sample: number;
}

/** Explain a number of the step shown, or of any step if it belongs to several runs. */
export interface Explain {
  reference: string;
  step?: number | null | undefined;
}

/** The pass of a sample as a graph of small operations. */
export interface Graph {
  sample: number;
}

/** All networks, and what is shown: first of all which tab. */
export interface ExamplesView {
  view: "network" | "graph";
  examples: ExampleView[];
  shown: Shown;
}

/** A network to inspect. */
export interface ExampleView {
  name: string;
  label: string;
  words: string;
  rate: number;
  inputs: string[];
  outputs: string[];
}

/** What is shown. */
export interface Shown {
  example: string;
  step: number;
  sample: number;
}

/** A step with the numbers of one sample, at place in its batch. plain says whether every parameter's step is the learning rate times its gradient, and nothing else; last_step is the last step that can be shown. */
export interface MomentView {
  example: string;
  now: string;
  tracks: TrackView[];
  last_step: number;
  step: number;
  place: number;
  samples: number[];
  x: (number | null)[];
  targets: Named[];
  layers: LayerView[];
  learning_rate: number;
  rule: string;
  plain: boolean;
  sample_loss: number | null;
  loss: number | null;
  loss_after: number | null;
}

/** A layer's numbers: activations and their gradients of one sample, and the parameters. */
export interface LayerView {
  name: string;
  activation: string;
  z: (number | null)[];
  a: (number | null)[];
  d_z: (number | null)[];
  d_a: (number | null)[];
  weight: ((number | null)[])[];
  bias: (number | null)[];
  d_weight: ((number | null)[])[];
  d_bias: (number | null)[];
  weight_after: ((number | null)[])[];
  bias_after: (number | null)[];
}

/** A number in a step of a run: its arithmetic, the gradients it depends on, and its paths to the loss. */
export interface Explained {
  track: string;
  step: number;
  explanation: ExplanationView;
  depends_on: Line[];
  paths: PathView[];
  more_paths: MorePaths | null;
}

/** An explanation as one line. */
export interface Line {
  reference: string;
  formula: string;
  numbers: string;
  value: number | null;
}

/** One path to the loss. */
export interface PathView {
  sample: number;
  factors: FactorView[];
  product: number | null;
}

/** One factor of a path to the loss, with the engine's name for it. */
export interface FactorView {
  kind: "input" | "slope" | "weight" | "error";
  layer: number;
  source: number;
  unit: number;
  value: number | null;
  reference: string;
}

/** Paths that are not shown: how many, and their sum. */
export interface MorePaths {
  count: number;
  sum: number;
}

/** The graph, each number after its inputs. */
export interface GraphReply {
  nodes: GraphNode[];
  place: number;
  step: number;
}

/** One number of the graph: its inputs, its slope with respect to each, and its gradient. */
export interface GraphNode {
  kind: string;
  place: [number, number, number];
  value: number | null;
  gradient: number | null;
  inputs: number[];
  slopes: (number | null)[];
  reference: string;
  d_reference: string;
}

/** The request and reply of each kind. */
export interface Wire {
  examples: { request: Examples; reply: ExamplesView };
  open: { request: Open; reply: MomentView };
  change: { request: Change; reply: MomentView };
  undo: { request: Undo; reply: MomentView };
  branch: { request: Branch; reply: MomentView };
  choose: { request: Choose; reply: MomentView };
  forget: { request: Forget; reply: MomentView };
  compare: { request: Compare; reply: Comparison };
  explain: { request: Explain; reply: Explained };
  graph: { request: Graph; reply: GraphReply };
}
