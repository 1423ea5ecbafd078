// widgets/two_neurons/parts.ts
var PARTS = [
  { name: "inputs", cell: "dendrites", model: "inputs", words: "Dendrites receive signals from other cells; inputs are numbers: 1 for yes, 0 for no." },
  { name: "weights", cell: "synapses", model: "weights", words: "A synapse lets a signal through strongly or weakly, or turns it against; a weight multiplies an input." },
  { name: "sum", cell: "cell body", model: "sum", words: "The cell body collects everything that arrives; the sum adds it all up, and the bias." },
  { name: "output", cell: "axon", model: "output", words: "The axon fires if enough has been collected; the output is 1 if the sum is not below 0, else 0." }
];
export {
  PARTS
};
