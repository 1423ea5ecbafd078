// dom/arithmetic.ts
import { make } from "./element.js";
import { referencesOf } from "./explanation.js";
import { numberButton, show } from "./number.js";
function valueOf({ value }) {
  return typeof value === "number" ? value : null;
}
function heading({ explanation, symbols, digits }, level = "h3") {
  return make(level, {}, `Why is ${symbols.reference(explanation.reference.text)} = ${show(valueOf(explanation), digits)}?`);
}
function arithmetic({ explanation, symbols, digits }) {
  const { text, layer } = explanation.reference;
  return make(
    "div",
    { class: "gn-sum" },
    make("p", {}, `${symbols.reference(text)} = ${symbols.line(rightSide(explanation.formula), layer)}`),
    make("p", {}, `= ${rightSide(explanation.numbers)}`),
    make("p", {}, `= ${show(valueOf(explanation), Math.max(6, digits))}`)
  );
}
function ingredients({ explanation, symbols, digits, ask }) {
  const found = referencesOf(explanation.expression);
  if (found.size === 0) return null;
  const buttons = [...found].map(
    ([reference, term]) => numberButton({ reference, symbol: symbols.reference(reference), value: typeof term.value === "number" ? term.value : null, digits, sign: "", onClick: ask })
  );
  return make("div", { class: "gn-from", role: "group", "aria-label": "Numbers it was computed from" }, make("span", { class: "gn-note" }, "computed from"), ...buttons);
}
function inlineNumber(reference, value, { symbols, digits, ask }, factor = true) {
  const text = show(value, digits);
  return numberButton({ reference, symbol: symbols.reference(reference), value, digits, sign: "", text: factor && text.startsWith("−") ? `(${text})` : text, class: "gn-chip gn-flat gn-inline", onClick: ask });
}
function rightSide(equation) {
  return equation.slice(equation.indexOf(" = ") + 3);
}
export {
  arithmetic,
  heading,
  ingredients,
  inlineNumber,
  rightSide,
  valueOf
};
