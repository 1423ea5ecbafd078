// The explanation of a number of the pass; a sum is written out term by term.
import { arithmetic, heading, ingredients, inlineNumber, valueOf, type Asked } from "../../dom/arithmetic.ts";
import { make } from "../../dom/element.ts";
import { show } from "../../dom/number.ts";
import type { Term } from "../../wire/shared.ts";

/** Digits of the products, so that they visibly add up to the sum. */
const MORE_DIGITS = 2;

export function whyPanel(asked: Asked): HTMLElement[] {
  const { explanation } = asked;
  const { text } = explanation.reference;
  const parts: (HTMLElement | null)[] = [heading(asked, "h2")];
  if (explanation.note) parts.push(make("p", {}, `It was not computed: it is ${explanation.note}.`));
  else parts.push(arithmetic(asked), /\.z\[/.test(text) ? terms(asked) : ingredients(asked));
  parts.push(make("p", { class: "gn-note" }, "In Python: ", make("code", {}, `widget.run.at(0).explain("${text}")`)));
  return parts.filter((part) => part !== null);
}

// One row for each product and for the bias, each with the sum so far; the last of them is the number itself.
function terms(asked: Asked): HTMLElement {
  const { explanation, symbols, digits } = asked;
  const { expression } = explanation;
  const all = expression.op === "sum" ? (expression.operands ?? []) : [expression];
  let total = 0;
  const rows = all.map((term) => {
    const value = Number(term.value);
    total += value;
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, factorsOf(term).map((factor) => symbols.reference(factor.reference!.text)).join(" · ")),
      make("td", {}, ...factorsOf(term).flatMap((factor, i) => [i ? " · " : "", inlineNumber(factor.reference!.text, Number(factor.value), asked)])),
      make("td", { class: "gn-term" }, show(value, digits + MORE_DIGITS)),
      make("td", {}, show(total, digits + MORE_DIGITS)),
    );
  });
  const name = symbols.reference(explanation.reference.text);
  const head = ["term", "in numbers", "is", "sum so far"].map((text) => make("th", { scope: "col" }, text));
  const sum = make("tr", { class: "gn-total", "data-sum": String(total) }, make("th", { scope: "row", colspan: 3 }, `together, that is ${name}`), make("td", {}, show(valueOf(explanation), digits + MORE_DIGITS)));
  return make(
    "div",
    { class: "gn-scroll", tabindex: 0, role: "group", "aria-label": "The sum, term by term" },
    make("table", { class: "gn-terms" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows, sum)),
  );
}

function factorsOf(term: Term): Term[] {
  return term.operands ?? [term];
}
