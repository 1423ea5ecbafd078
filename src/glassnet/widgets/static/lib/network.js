// lib/network.ts
function splitWeights(layers, flat) {
  let begin = 0;
  return layers.map((layer) => {
    const size = layer.inputs * layer.units;
    const weight = flat.subarray(begin, begin + size);
    const bias = flat.subarray(begin + size, begin + size + layer.units);
    begin += size + layer.units;
    return { layer, weight, bias };
  });
}
function weightOf(numbers, from, to) {
  return numbers.weight[from * numbers.layer.units + to];
}
function columnSizes(layers) {
  return layers.length ? [layers[0].inputs, ...layers.map((layer) => layer.units)] : [];
}
function withLayers(hidden, change) {
  return change > 0 ? [...hidden, hidden.at(-1) ?? 4] : hidden.slice(0, -1);
}
function withUnits(hidden, layer, change) {
  return hidden.map((units, i) => i === layer ? units + change : units);
}
export {
  columnSizes,
  splitWeights,
  weightOf,
  withLayers,
  withUnits
};
