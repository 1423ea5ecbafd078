// widgets/forward_propagation/why_panel.ts
import { arithmetic, heading, ingredients, inlineNumber, valueOf } from "../../dom/arithmetic.js";
import { make } from "../../dom/element.js";
import { show } from "../../dom/number.js";
var MORE_DIGITS = 2;
function whyPanel(asked) {
  const { explanation } = asked;
  const { text } = explanation.reference;
  const parts = [heading(asked, "h2")];
  if (explanation.note) parts.push(make("p", {}, `It was not computed: it is ${explanation.note}.`));
  else parts.push(arithmetic(asked), /\.z\[/.test(text) ? terms(asked) : ingredients(asked));
  parts.push(make("p", { class: "gn-note" }, "In Python: ", make("code", {}, `widget.run.at(0).explain("${text}")`)));
  return parts.filter((part) => part !== null);
}
function terms(asked) {
  const { explanation, symbols, digits } = asked;
  const { expression } = explanation;
  const all = expression.op === "sum" ? expression.operands ?? [] : [expression];
  let total = 0;
  const rows = all.map((term) => {
    const value = Number(term.value);
    total += value;
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, factorsOf(term).map((factor) => symbols.reference(factor.reference.text)).join(" · ")),
      make("td", {}, ...factorsOf(term).flatMap((factor, i) => [i ? " · " : "", inlineNumber(factor.reference.text, Number(factor.value), asked)])),
      make("td", { class: "gn-term" }, show(value, digits + MORE_DIGITS)),
      make("td", {}, show(total, digits + MORE_DIGITS))
    );
  });
  const name = symbols.reference(explanation.reference.text);
  const head = ["term", "in numbers", "is", "sum so far"].map((text) => make("th", { scope: "col" }, text));
  const sum = make("tr", { class: "gn-total", "data-sum": String(total) }, make("th", { scope: "row", colspan: 3 }, `together, that is ${name}`), make("td", {}, show(valueOf(explanation), digits + MORE_DIGITS)));
  return make(
    "div",
    { class: "gn-scroll", tabindex: 0, role: "group", "aria-label": "The sum, term by term" },
    make("table", { class: "gn-terms" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows, sum))
  );
}
function factorsOf(term) {
  return term.operands ?? [term];
}
export {
  whyPanel
};
