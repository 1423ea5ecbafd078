// widgets/backpropagation/updates.ts
import { make } from "../../dom/element.js";
import { short } from "../../lib/numbers.js";
import { numberButton } from "../../dom/number.js";
function updatesTable({ moment, symbols, digits, ask }) {
  const rows = moment.layers.flatMap((layer) => [
    ...layer.weight.flatMap((row, i) => row.map((w, j) => line(layer.name, "weight", `[${i}, ${j}]`, w, layer.d_weight[i][j], layer.weight_after[i][j]))),
    ...layer.bias.map((b, j) => line(layer.name, "bias", `[${j}]`, b, layer.d_bias[j], layer.bias_after[j]))
  ]);
  function line(layer, part, index, before, gradient, after) {
    const name = `${layer}.${part}`;
    const chip = (reference, value, sign) => numberButton({ reference, symbol: symbols.reference(reference), value, digits, sign, class: "gn-chip gn-flat", onClick: ask });
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, symbols.reference(name + index)),
      make("td", {}, chip(`${name}_after${index}`, after, "value")),
      make("td", {}, "= "),
      make("td", {}, chip(name + index, before, "value")),
      make("td", {}, moment.plain ? `− ${short(moment.learning_rate)} ·` : chip(`${name}_change${index}`, before === null || after === null ? null : after - before, "value")),
      make("td", {}, chip(`${layer}.d_${part}${index}`, gradient, "gradient"))
    );
  }
  const head = ["parameter", "w_new", "", "w", moment.plain ? "− η ·" : `+ step of ${moment.rule}`, "gradient g"].map((text) => make(text ? "th" : "td", text ? { scope: "col" } : {}, text));
  return make("table", { class: "gn-updates" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
}
export {
  updatesTable
};
