// widgets/forward_propagation/stages.ts
import { activationName, layerName } from "../../lib/symbols.js";
var PHASES = ["Inputs activate", "Signals travel", "Hidden sums", "Hidden activates", "Signals travel on", "Output sums", "Prediction"];
function stagesOf({ layers, says }) {
  const last = layers.length - 1;
  const stage = (phase, key, layer, words) => ({ phase, key, layer, back: false, words });
  const stages = [stage(0, "x", -1, "The inputs take their values: all that the network is given. Nothing has been computed yet.")];
  layers.forEach(({ activation }, l) => {
    const [out, who] = [l === last, layerName(l, last)];
    const first = out ? 4 : 1;
    const from = l === 0 ? "Each input" : "What each neuron passes on";
    stages.push(stage(first, `s${l}`, l, `${from} travels along its connections, and each connection multiplies it by its weight. The larger the dot, the larger the product.`));
    stages.push(stage(first + 1, `z${l}`, -1, `${who} adds up: each neuron sums what arrives, and its bias. That is z.`));
    stages.push(stage(first + 2, `a${l}`, -1, out ? predictionWords(activation, says) : `${who} activates: ${activationWords(activation)}`));
  });
  return stages;
}
function activationWords(activation) {
  if (activation === "linear") return "without an activation function, z itself is passed on as a.";
  return `${activationName(activation)} turns z into a, which is what the neuron passes on.`;
}
function predictionWords(activation, says) {
  const how = activation === "linear" ? "At the output, z itself is the prediction" : `${activationName(activation)[0].toUpperCase()}${activationName(activation).slice(1)} turns z into the prediction`;
  return says ? `${how}: ${says}.` : `${how}.`;
}
export {
  PHASES,
  stagesOf
};
