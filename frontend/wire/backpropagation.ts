// Made by tools/wire.py from src/glassnet/widgets/backpropagation: don't edit, run `make generate`.
import type { Branch, Change, Choose, Compare, Comparison, ExplanationView, Forget, Named, TrackView, Undo } from "./shared.ts";

/** Which networks there are, and which step of which is shown. */
export interface Examples {
}

/** Look at a step of an example, with the numbers of one sample. */
export interface Open {
  example: string;
  step: number;
  sample: number;
}

/** Why a number is what it is: of the step that is shown, or of any where it belongs to several runs. */
export interface Explain {
  reference: string;
  step?: number | null | undefined;
}

/** The pass of a sample as a graph of small operations. */
export interface Graph {
  sample: number;
}

/** All networks, and what is looked at. */
export interface ExamplesView {
  examples: ExampleView[];
  shown: Shown;
}

/** A network to look at. */
export interface ExampleView {
  name: string;
  label: string;
  words: string;
  rate: number;
  inputs: string[];
  outputs: string[];
}

/** What is looked at. */
export interface Shown {
  example: string;
  step: number;
  sample: number;
}

/** A step with the numbers of one sample, at place in its batch. plain says whether every parameter's step is the learning rate times its gradient, and nothing else; most is the last step that can be looked at. */
export interface MomentView {
  example: string;
  now: string;
  tracks: TrackView[];
  most: number;
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

/** A layer's numbers: of the sample those that it has of its own, parameters of all. */
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

/** A number of a step of a run: its arithmetic, the gradients that it rests on, its ways to the loss. */
export interface Explained {
  track: string;
  step: number;
  explanation: ExplanationView;
  rests_on: Line[];
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

/** One way to the loss. */
export interface PathView {
  sample: number;
  factors: FactorView[];
  product: number | null;
}

/** One slope on the way to the loss, with the engine's name for it. */
export interface FactorView {
  kind: "input" | "slope" | "weight" | "error";
  layer: number;
  source: number;
  unit: number;
  value: number | null;
  reference: string;
}

/** Ways that are not shown: how many, and what they add up to. */
export interface MorePaths {
  count: number;
  sum: number;
}

/** The graph, each number after those it is made from. */
export interface GraphReply {
  nodes: GraphNode[];
  place: number;
  step: number;
}

/** One number of the graph: what it was made from, how it changes with each, and its gradient. */
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

/** What each kind of request asks, and what it is told. */
export interface Wire {
  examples: { asked: Examples; told: ExamplesView };
  open: { asked: Open; told: MomentView };
  change: { asked: Change; told: MomentView };
  undo: { asked: Undo; told: MomentView };
  branch: { asked: Branch; told: MomentView };
  choose: { asked: Choose; told: MomentView };
  forget: { asked: Forget; told: MomentView };
  compare: { asked: Compare; told: Comparison };
  explain: { asked: Explain; told: Explained };
  graph: { asked: Graph; told: GraphReply };
}
