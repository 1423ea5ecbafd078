// widgets/lab/inspector.ts
import { make } from "../../dom/element.js";
import { splitWeights, weightOf } from "../../lib/network.js";
import { decimal } from "../../lib/numbers.js";
import { unitName, unitSymbol } from "./words.js";
var HINT = "Point at a unit or a line to see its numbers; click to pin them. Point at the map to see every unit's output there.";
function makeInspector() {
  const element = make("div", { class: "gn-inspector", role: "region", "aria-label": "Numbers", tabindex: 0 });
  let shown = "";
  return {
    element,
    draw(scene) {
      const lines = describe(scene);
      const text = JSON.stringify(lines);
      if (text === shown) return;
      shown = text;
      element.replaceChildren(...render(lines));
    }
  };
}
function describe(scene) {
  const { focus, frame, session } = scene;
  if (!focus) return { title: "", text: session.probe ? atPoint(session.probe) : HINT, rows: [] };
  const layers = splitWeights(frame.layers, frame.weights);
  if (focus.kind === "edge") return describeEdge(scene, layers, focus);
  return focus.column === 0 ? describeInput(scene, focus.unit) : describeUnit(scene, layers, focus.column, focus.unit);
}
function describeEdge(scene, layers, focus) {
  const names = scene.frame.layers;
  const weight = decimal(weightOf(layers[focus.column], focus.from, focus.to), 4);
  const from = unitName(names, focus.column, focus.from);
  const to = unitName(names, focus.column + 1, focus.to);
  return { title: "Weight", text: `${from} → ${to}: ${weight}`, rows: [] };
}
function describeInput(scene, unit) {
  const value = scene.session.probe?.activations[0]?.[unit];
  const text = "A coordinate of the point, passed on unchanged.";
  return { title: unitName(scene.frame.layers, 0, unit), text: value === void 0 ? text : `${text} Here: ${decimal(value)}.`, rows: [] };
}
function describeUnit({ frame, session }, layers, column, unit) {
  const numbers = layers[column - 1];
  const before = session.probe?.activations[column - 1];
  const here = session.probe?.activations[column]?.[unit];
  const inputs = Array.from({ length: numbers.layer.inputs }, (_, from) => from);
  const names = inputs.map((from) => unitSymbol(frame.layers, column - 1, from));
  const weights = inputs.map((from) => decimal(weightOf(numbers, from, unit)));
  const rows = [
    ["", ...names, "bias"],
    ["weight", ...weights, decimal(numbers.bias[unit])]
  ];
  if (before) rows.push(["input here", ...inputs.map((from) => decimal(before[from])), ""]);
  const result = here === void 0 ? "" : ` Here: ${decimal(here)}.`;
  const text = `${numbers.layer.activation}(sum of weight · input + bias).${result}`;
  return { title: unitName(frame.layers, column, unit), text, rows };
}
function atPoint({ x, activations }) {
  const output = activations.at(-1)[0];
  return `At x₁ = ${decimal(x[0], 2)}, x₂ = ${decimal(x[1], 2)} the output is ${decimal(output)}: class ${output > 0.5 ? 1 : 0}. Every unit shows its output there.`;
}
function render({ title, text, rows }) {
  const words = make("p", {}, title && make("strong", {}, `${title}. `), text);
  if (rows.length === 0) return [words];
  const [names, ...numbers] = rows;
  const head = make("tr", {}, make("td"), ...names.slice(1).map((name) => make("th", { scope: "col" }, name)));
  const body = numbers.map(
    ([name, ...values]) => make("tr", {}, make("th", { scope: "row" }, name), ...values.map((value) => make("td", {}, value)))
  );
  return [words, make("table", {}, make("thead", {}, head), make("tbody", {}, ...body))];
}
export {
  makeInspector
};
