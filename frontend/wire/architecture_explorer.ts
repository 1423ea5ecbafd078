// Made by tools/wire.py from src/glassnet/widgets/architecture_explorer: don't edit, run `make generate`.
import type { Choice } from "./shared.ts";

/** Show the architecture as it is now, and what can be chosen. */
export interface Open {
}

/** Count the parameters of an architecture. */
export interface Count {
  inputs: number;
  hidden: number[];
  outputs: number;
  activation: string;
  output_activation: string;
}

/** The architecture shown first, the activations, and how many units and hidden layers there can be. */
export interface Opening {
  inputs: number;
  hidden: number[];
  outputs: number;
  activation: string;
  output_activation: string;
  activations: Choice[];
  most_units: number;
  most_hidden: number;
}

/** A network, layer by layer. Buffers: the first weights of each layer, input by input. */
export interface ArchitectureView {
  inputs: number;
  hidden: number[];
  outputs: number;
  activation: string;
  output_activation: string;
  layers: LayerCount[];
  parameters: number;
  code: string;
}

/** A layer: its name, the numbers that it takes and gives, and how many weights and biases it has. */
export interface LayerCount {
  name: string;
  inputs: number;
  units: number;
  weights: number;
  biases: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Opening };
  count: { request: Count; reply: ArchitectureView };
}
