// widgets/forward_propagation/pass_diagram.ts
import { numberButton } from "../../dom/number.js";
import { subscript } from "../../lib/numbers.js";
var [INPUT_BOX, BOX, COMPACT_BOX, PER_DIGIT] = [104, 124, 58, 8];
var [MOST_UNITS, MOST_COLUMNS, MOST_WEIGHTS] = [4, 4, 12];
function diagramOf(picture) {
  const { pass, symbols, digits, player, ask } = picture;
  const compact = isCompact(pass);
  return { columns: columnsOf(picture, compact), edges: edgesOf(picture, compact), symbol: (reference) => symbols.reference(reference), digits, moving: player.playing, ask };
}
function edgesInto(reference, { layers }) {
  const [owner, rest] = reference.split(".");
  const l = layers.findIndex(({ name }) => name === owner);
  if (l < 0) return /* @__PURE__ */ new Set();
  const [part, ...places] = rest.split(/[[\],\s]+/).filter(Boolean);
  const unit = places.at(-1);
  if (part === "weight") return /* @__PURE__ */ new Set([`${l}-${places[0]}-${unit}`]);
  if (part === "bias") return /* @__PURE__ */ new Set();
  return new Set(layers[l].weight.map((_, from) => `${l}-${from}-${unit}`));
}
function isCompact({ x, layers }) {
  const sizes = [x.length, ...layers.map(({ z }) => z.length)];
  return sizes.length > MOST_COLUMNS || Math.max(...sizes) > MOST_UNITS || layers.some(({ z }, l) => sizes[l] * z.length > MOST_WEIGHTS);
}
function columnsOf(picture, compact) {
  const { pass, digits } = picture;
  const more = PER_DIGIT * (digits - 3);
  const size = (rows, width) => compact ? { rows: 1, width: COMPACT_BOX + more, compact } : { rows, width: width + more };
  const inputs = pass.x.map((value, i) => ({
    name: pass.inputs[i].name,
    rows: [numberOf(picture, `data.x[0, ${i}]`, `x${subscript(i + 1)}`, value)],
    level: level(value, pass.x)
  }));
  return [{ units: inputs, ...size(1, INPUT_BOX) }, ...pass.layers.map((layer, l) => ({ units: layer.z.map((_, j) => unitOf(picture, l, j, compact)), ...size(3, BOX) }))];
}
function unitOf(picture, l, j, compact) {
  const { pass, player, symbols } = picture;
  const { name, names, activation, bias, z, a } = pass.layers[l];
  const last = pass.layers.length - 1;
  const mark = subscript(j + 1) + symbols.layer(l);
  const [summed, active] = [player.reached(`z${l}`), player.reached(`a${l}`)];
  const sum = summed ? numberOf(picture, `${name}.z[0, ${j}]`, `z${mark}`, z[j]) : null;
  const passed = active ? numberOf(picture, `${name}.a[0, ${j}]`, `a${mark}`, a[j]) : null;
  return {
    name: names[j] ?? `hidden ${last > 1 ? `${l + 1}.` : ""}${j + 1}`,
    rows: compact ? [passed ?? sum] : [numberOf(picture, `${name}.bias[${j}]`, `b${mark}`, bias[j]), sum, passed],
    off: activation === "relu" && a[j] === 0 && active,
    level: active ? level(a[j], a) : void 0
  };
}
function level(value, among) {
  const most = Math.max(...among.map((one) => Math.abs(one ?? 0)), 1);
  return (value ?? 0) / most;
}
function edgesOf({ pass, player }, compact) {
  return pass.layers.map(({ name, weight, signals }, l) => ({
    values: weight,
    sign: "value",
    reference: (from, to) => `${name}.weight[${from}, ${to}]`,
    numbers: !compact,
    signals: player.stage?.key === `s${l}` ? signals : void 0
  }));
}
function numberOf({ digits, ask }, reference, symbol, value) {
  return numberButton({ reference, symbol, value, digits, sign: "value", onClick: ask });
}
export {
  diagramOf,
  edgesInto
};
