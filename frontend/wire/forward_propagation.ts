// Made by tools/wire.py from src/glassnet/widgets/forward_propagation: don't edit, run `make generate`.
import type { Architecture, Choice, ExplanationView } from "./shared.ts";

/** List the networks, and say which one is shown. */
export interface Networks {
}

/** Pass inputs through a network; they are in everyday units. Without inputs, those that it opens with. */
export interface Open {
  network: string;
  weights?: "first" | "trained" | undefined;
  x?: number[] | null | undefined;
}

/** Make a network of one's own shape, with weights and inputs drawn from a seed, and pass the inputs through. */
export interface Build {
  shape: Architecture;
  seed?: number | undefined;
}

/** Explain a number of the pass shown. */
export interface Explain {
  reference: string;
}

/** All networks, which one is shown with which weights, and the shape of a network of one's own. */
export interface NetworksView {
  networks: NetworkChoice[];
  network: string;
  weights: "first" | "trained";
  shape: Architecture;
  activations: Choice[];
  most_units: number;
  most_hidden: number;
}

/** A network that can be chosen; trained says whether it can be looked at after training as well. */
export interface NetworkChoice {
  name: string;
  label: string;
  words: string;
  trained: boolean;
  presets: PresetView[];
}

/** Inputs worth a look, in everyday units. */
export interface PresetView {
  label: string;
  x: number[];
}

/** A network and the pass of its inputs. says is what the prediction means; "" if it means nothing. */
export interface PassView {
  network: string;
  weights: "first" | "trained";
  shape: Architecture | null;
  inputs: InputView[];
  x: (number | null)[];
  layers: LayerPass[];
  says: string;
}

/** An input: how it is set, in everyday units, and its value in these units. */
export interface InputView {
  name: string;
  unit: string;
  low: number;
  high: number;
  step: number;
  value: number;
}

/** A layer's parameters, and its numbers in the pass; names are those of its neurons, if they have any. */
export interface LayerPass {
  name: string;
  activation: string;
  names: string[];
  z: (number | null)[];
  a: (number | null)[];
  weight: ((number | null)[])[];
  bias: (number | null)[];
  signals: ((number | null)[])[];
}

/** A number of the pass: its arithmetic. */
export interface Explained {
  explanation: ExplanationView;
}

/** The request and reply of each kind. */
export interface Wire {
  networks: { request: Networks; reply: NetworksView };
  open: { request: Open; reply: PassView };
  build: { request: Build; reply: PassView };
  explain: { request: Explain; reply: Explained };
}
