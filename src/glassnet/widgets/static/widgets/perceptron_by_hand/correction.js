// widgets/perceptron_by_hand/correction.ts
import { make } from "../../dom/element.js";
import { numberButton } from "../../dom/number.js";
import { short } from "../../lib/numbers.js";
var SYMBOLS = {
  "x[0]": "x₁",
  "x[1]": "x₂",
  target: "right answer",
  z: "z",
  a: "answer",
  mistake: "mistake",
  "weight_after[0]": "new w₁",
  "weight_after[1]": "new w₂",
  bias_after: "new b"
};
function correctionParts(view, learned, weight, bias, explain) {
  const value = new Map(learned.numbers.map(({ reference, value: value2 }) => [reference.replace("perceptron.", ""), value2]));
  const of = (name) => value.get(name);
  const [right, mistake] = [of("target") === 1 ? view.yes : view.no, of("mistake")];
  const said = `The point at ${short(of("x[0]"))}, ${short(of("x[1]"))} should be “${right}”. Mistake: ${of("target")} − ${of("a")} = ${short(mistake)}.`;
  const step = (symbol, before, feature, after) => make("div", {}, `${symbol} ← ${short(before)} + ${bracketed(mistake)}${feature === null ? "" : ` · ${bracketed(feature)}`} = ${short(after)}`);
  return [
    make("p", {}, said),
    step("w₁", weight[0], of("x[0]"), of("weight_after[0]")),
    step("w₂", weight[1], of("x[1]"), of("weight_after[1]")),
    step("b", bias, null, of("bias_after")),
    make("div", { class: "gn-row", role: "group", "aria-label": "Numbers of this correction" }, ...[...value].map(([name, number]) => chip(name, number, explain)))
  ];
}
function chip(name, value, explain) {
  return numberButton({ reference: `perceptron.${name}`, symbol: SYMBOLS[name], value, text: short(value), digits: 3, sign: "", onClick: explain });
}
function bracketed(value) {
  return value < 0 ? `(${short(value)})` : short(value);
}
export {
  correctionParts
};
