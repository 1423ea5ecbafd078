// The weights of a network, taken from one flat buffer.
import type { Layer } from "./protocol.ts";

export interface LayerNumbers {
  layer: Layer;
  /** inputs × units, row by row. */
  weight: Float32Array;
  bias: Float32Array;
}

export function splitWeights(layers: Layer[], flat: Float32Array): LayerNumbers[] {
  let begin = 0;
  return layers.map((layer) => {
    const size = layer.inputs * layer.units;
    const weight = flat.subarray(begin, begin + size);
    const bias = flat.subarray(begin + size, begin + size + layer.units);
    begin += size + layer.units;
    return { layer, weight, bias };
  });
}

/** The weight from one unit of the layer before to one unit of this layer. */
export function weightOf(numbers: LayerNumbers, from: number, to: number): number {
  return numbers.weight[from * numbers.layer.units + to]!;
}

/** The number of units in each column of the diagram: the inputs, then every layer. */
export function columnSizes(layers: Layer[]): number[] {
  return layers.length ? [layers[0]!.inputs, ...layers.map((layer) => layer.units)] : [];
}

/** The hidden layers with one more at the end (with as many units as the last, or 4), or one fewer. */
export function withLayers(hidden: number[], change: 1 | -1): number[] {
  return change > 0 ? [...hidden, hidden.at(-1) ?? 4] : hidden.slice(0, -1);
}

/** The hidden layers with one unit more or fewer in one of them. */
export function withUnits(hidden: number[], layer: number, change: 1 | -1): number[] {
  return hidden.map((units, i) => (i === layer ? units + change : units));
}
