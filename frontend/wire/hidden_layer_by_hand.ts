// Made by tools/wire.py from src/glassnet/widgets/hidden_layer_by_hand: don't edit, run `make generate`.

/** Show the three neurons as they are at first. */
export interface Open {
}

/** Say what a network of two hidden neurons and one output neuron answers. */
export interface Judge {
  hidden: Neuron[];
  output: Neuron;
}

/** Let the output neuron learn from its mistakes, while the hidden ones stay as they are. */
export interface Learn {
  hidden: Neuron[];
  output: Neuron;
}

/** The network, and what it answers for the four points, in the order of points. places are their hidden values, corners the output's answers at (0, 0), (0, 1), (1, 0) and (1, 1) of the hidden plane. corrections is how many the output neuron has just made; stuck says that no line separates the places. */
export interface NetworkView {
  points: [number, number][];
  targets: number[];
  hidden: Neuron[];
  output: Neuron;
  places: [number, number][];
  answers: number[];
  corners: number[];
  right: number;
  corrections: number;
  stuck: boolean;
}

/** Two weights and a bias. */
export interface Neuron {
  weight: [number, number];
  bias: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: NetworkView };
  judge: { request: Judge; reply: NetworkView };
  learn: { request: Learn; reply: NetworkView };
}
