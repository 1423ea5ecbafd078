// lib/layers.ts
var USUAL = {
  activations: "network",
  normalisations: "none",
  dropouts: 0,
  initializers: "glorot_uniform"
};
var NAMES = Object.keys(USUAL);
function ofLayer(spec, name, layer) {
  return spec[name][layer] ?? USUAL[name];
}
function setLayer(spec, name, layer, value) {
  return { [name]: spec.hidden.map((_, i) => i === layer ? value : ofLayer(spec, name, i)) };
}
function withoutLayer(spec, layer) {
  const others = (items) => items.filter((_, i) => i !== layer);
  return { hidden: others(spec.hidden), ...eachList(spec, others) };
}
function withLayerAfter(spec, layer) {
  const units = spec.hidden[layer] ?? spec.hidden[0] ?? 4;
  const insert = (items, item) => [...items.slice(0, layer + 1), item, ...items.slice(layer + 1)];
  return { hidden: insert(spec.hidden, units), ...eachList(spec, (items, usual) => insert(items, usual)) };
}
function eachList(spec, change) {
  const lists = NAMES.map((name) => [name, change(spec.hidden.map((_, i) => ofLayer(spec, name, i)), USUAL[name])]);
  return Object.fromEntries(lists);
}
export {
  USUAL,
  ofLayer,
  setLayer,
  withLayerAfter,
  withoutLayer
};
