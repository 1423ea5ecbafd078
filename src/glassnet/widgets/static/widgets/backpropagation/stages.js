// widgets/backpropagation/stages.ts
import { activationName, layerName } from "../../lib/symbols.js";
var PHASES = ["Forward", "Loss", "Chain rule", "Back to hidden", "Back to input", "Update"];
function stagesOf(moment) {
  const last = moment.layers.length - 1;
  const stage = (phase, key, layer, back, words) => ({ phase, key, layer, back, words });
  const stages = moment.layers.map(
    (layer, i) => stage(0, `f${i}`, i, false, `${layerName(i, last)} computes z: its inputs times their weights, summed, plus its bias. ${activationWords(layer.activation)}`)
  );
  stages.push(stage(1, "loss", -1, false, "The loss compares the prediction a with the target t: one number that says how wrong the prediction is."));
  stages.push(stage(2, "da", -1, true, "How much would the loss change if the prediction moved a little? That slope is ∂L/∂a."));
  stages.push(stage(2, "dz", -1, true, "The chain rule carries it through the activation: ∂L/∂z = ∂L/∂a · g′(z). This is the error signal δ of the last layer."));
  for (let i = last; i > 0; i--) {
    stages.push(stage(3, `g${i}`, i, true, "Each weight's gradient is its input times the δ of the unit it feeds. The bias's gradient is δ itself."));
    stages.push(stage(3, `d${i - 1}`, i, true, "δ flows back along the same weights: each hidden unit sums w · δ over the units it feeds, and multiplies the sum by its own slope g′(z)."));
  }
  if (last === 0) stages.push(stage(3, "none", -1, true, "There is no hidden layer here, so δ goes straight to the weights."));
  stages.push(stage(4, "g0", 0, true, "Back at the input: the first weights get their gradients, input times δ. The inputs themselves are data and stay as they are."));
  stages.push(stage(5, "update", -1, false, updateWords(moment)));
  return stages;
}
function updateWords({ plain, rule }) {
  if (plain) return "All parameters step against their gradients at the same time: w_new = w − η · g.";
  return `${rule} turns every gradient into a step: w_new = w + step. Click a step to see how it was computed.`;
}
function activationWords(activation) {
  if (activation === "linear") return "The activation is linear, so a is z itself.";
  return `Then the activation (${activationName(activation)}) turns z into a.`;
}
export {
  PHASES,
  stagesOf
};
