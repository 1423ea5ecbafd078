// Made by tools/wire.py from src/glassnet/widgets/two_neurons: don't edit, run `make generate`.

/** Show the neuron as it is at first. */
export interface Open {
}

/** Say what the neuron answers to inputs, each 0 or 1. */
export interface Decide {
  inputs: number[];
  weight: number[];
  bias: number;
}

/** The question, the inputs, and the neuron's answer: input times weight, their sum with the bias, 1 or 0. */
export interface NeuronView {
  names: string[];
  yes: string;
  no: string;
  inputs: number[];
  weight: number[];
  bias: number;
  products: number[];
  z: number;
  answer: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: NeuronView };
  decide: { request: Decide; reply: NeuronView };
}
