// widgets/backpropagation/why_panel.ts
import { make } from "../../dom/element.js";
import { referencesOf } from "../../dom/explanation.js";
import { subscript, whole } from "../../lib/numbers.js";
import { numberButton, show } from "../../dom/number.js";
import "./symbols.js";
function whyPanel(asked) {
  const { told, symbols, digits } = asked;
  const { explanation } = told;
  const reference = explanation.reference.text;
  const layer = reference.split(".")[0];
  const value = typeof explanation.value === "number" ? explanation.value : null;
  const name = symbols.reference(reference);
  const parts = [make("h3", {}, `Why is ${name} = ${show(value, digits)}?`)];
  if (told.track !== asked.track) parts.push(make("p", {}, `A number of ${told.track.replace("_", " ")}, not of the run that is shown.`));
  if (told.step !== asked.step) parts.push(make("p", {}, `It is of step ${whole(told.step)}, not of the step that is shown.`));
  if (explanation.note) parts.push(make("p", {}, `It was not computed in this step: ${explanation.note}.`), earlier(asked));
  else {
    const right = (text) => text.slice(text.indexOf(" = ") + 3);
    parts.push(
      make(
        "div",
        { class: "gn-sum" },
        make("p", {}, `${name} = ${symbols.line(right(explanation.formula), layer)}`),
        make("p", {}, `= ${right(explanation.numbers)}`),
        make("p", {}, `= ${show(value, Math.max(6, digits))}`)
      )
    );
    parts.push(ingredients(asked));
  }
  parts.push(towards(asked), paths(asked));
  if (layer !== "distance") {
    parts.push(make("p", { class: "gn-note" }, "In Python: ", make("code", {}, `${told.track === "run" ? "run" : "branch"}.at(${told.step}).explain("${reference}")`)));
  }
  return parts.filter((part) => part !== null);
}
function ingredients({ told, symbols, digits, ask }) {
  const found = referencesOf(told.explanation.expression);
  if (found.size === 0) return null;
  const buttons = [...found].map(
    ([reference, term]) => numberButton({ reference, symbol: symbols.reference(reference), value: typeof term.value === "number" ? term.value : null, digits, sign: "", onClick: ask })
  );
  return make("div", { class: "gn-from", role: "group", "aria-label": "Numbers that it is made from" }, make("span", { class: "gn-note" }, "made from"), ...buttons);
}
function earlier({ told, track, symbols, back }) {
  const found = told.explanation.earlier;
  if (!found || told.track !== track) return null;
  const { step, reference } = found;
  return make("div", { class: "gn-from" }, make("button", { type: "button", class: "gn-num", name: "earlier-number", onclick: () => back(step, reference.text) }, `${symbols.reference(reference.text)} of step ${whole(step)}`));
}
function towards({ told, symbols, digits, ask }) {
  if (told.rests_on.length === 0) return null;
  const lines = told.rests_on.map(({ reference, formula, numbers, value }) => {
    const layer = reference.split(".")[0];
    const text = formula.slice(formula.indexOf(" = ") + 3);
    return make("li", {}, `${symbols.reference(reference)} = ${symbols.line(text, layer)} = ${numbers} = `, chip(reference, symbols, value, digits, ask, false));
  });
  return make("details", {}, make("summary", {}, `Link by link to the loss: ${lines.length} gradient${lines.length > 1 ? "s" : ""} that it rests on`), make("ol", { class: "gn-links" }, ...lines));
}
function paths(asked) {
  const { told, digits, samples } = asked;
  if (told.paths.length === 0) return null;
  const rows = told.paths.map(
    ({ sample, factors, product }) => make(
      "tr",
      {},
      samples.length > 1 ? make("td", {}, `sample ${samples[sample] + 1}`) : null,
      make("td", {}, factors.map((factor) => symbolOf(factor, asked.symbols)).join(" · ")),
      make("td", {}, ...factors.flatMap(({ reference, value }, i) => [i ? " · " : "", chip(reference, asked.symbols, value, digits, asked.ask)])),
      make("td", {}, show(product, digits))
    )
  );
  const more = told.more_paths;
  if (more) rows.push(make("tr", {}, make("td", { colspan: samples.length > 1 ? 3 : 2 }, `${more.count} smaller ones`), make("td", {}, show(more.sum, digits))));
  const sum = told.paths.reduce((total2, { product }) => total2 + (product ?? 0), more?.sum ?? 0);
  const total = make("tr", { class: "gn-total", "data-sum": String(sum) }, make("th", { scope: "row", colspan: samples.length > 1 ? 3 : 2 }, rows.length > 1 ? "they add up to" : "the only path, so it is"), make("td", {}, show(sum, digits)));
  return make(
    "div",
    {},
    make("h4", {}, rows.length > 1 ? "The chain rule, path by path: multiply along each, add them up" : "The chain rule as one product, from here to the loss"),
    make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "Paths to the loss" }, make("table", { class: "gn-paths" }, make("tbody", {}, ...rows, total)))
  );
}
function symbolOf({ kind, layer, source, unit }, symbols) {
  const mark = symbols.layer(layer);
  if (kind === "input") return layer === 0 ? `x${subscript(source + 1)}` : `a${subscript(source + 1)}${symbols.layer(layer - 1)}`;
  if (kind === "slope") return `g′(z${subscript(unit + 1)}${mark})`;
  if (kind === "weight") return `w${subscript(source + 1)}${subscript(unit + 1)}${mark}`;
  return `∂L/∂z${subscript(unit + 1)}${mark}`;
}
function chip(reference, symbols, value, digits, ask, factor = true) {
  const text = show(value, digits);
  return numberButton({ reference, symbol: symbols.reference(reference), value, digits, sign: "", text: factor && text.startsWith("−") ? `(${text})` : text, class: "gn-chip gn-flat gn-inline", onClick: ask });
}
export {
  whyPanel
};
