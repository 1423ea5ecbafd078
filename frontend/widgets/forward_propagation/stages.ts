// The seven phases of a forward pass, and its stages: with several hidden layers, the phases in the middle come once for each.
// The keys: "x" are the inputs; "s1", "z1" and "a1" are the signals to the second layer, its sums and its activations.
import type { Stage } from "../../dom/stage_player.ts";
import { activationName, layerName } from "../../lib/symbols.ts";
import type { PassView } from "../../wire/forward_propagation.ts";

export const PHASES = ["Inputs activate", "Signals travel", "Hidden sums", "Hidden activates", "Signals travel on", "Output sums", "Prediction"] as const;

export function stagesOf({ layers, says }: PassView): Stage[] {
  const last = layers.length - 1;
  const stage = (phase: number, key: string, layer: number, words: string): Stage => ({ phase, key, layer, back: false, words });
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

function activationWords(activation: string): string {
  if (activation === "linear") return "without an activation function, z itself is passed on as a.";
  return `${activationName(activation)} turns z into a, which is what the neuron passes on.`;
}

function predictionWords(activation: string, says: string): string {
  const how = activation === "linear" ? "At the output, z itself is the prediction" : `${activationName(activation)[0]!.toUpperCase()}${activationName(activation).slice(1)} turns z into the prediction`;
  return says ? `${how}: ${says}.` : `${how}.`;
}
