// widgets/backpropagation/why_panel.ts
import { arithmetic, heading, ingredients, inlineNumber, rightSide } from "../../dom/arithmetic.js";
import { make } from "../../dom/element.js";
import { show } from "../../dom/number.js";
import { subscript, whole } from "../../lib/numbers.js";
function whyPanel(query) {
  const { explained } = query;
  const { explanation } = explained;
  const asked = { ...query, explanation };
  const parts = [heading(asked)];
  if (explained.track !== query.track) parts.push(make("p", {}, `This number belongs to ${explained.track.replace("_", " ")}, not to the run shown.`));
  if (explained.step !== query.step) parts.push(make("p", {}, `It belongs to step ${whole(explained.step)}, not to the step shown.`));
  if (explanation.note) parts.push(make("p", {}, `It was not computed in this step: ${explanation.note}.`), earlier(query));
  else parts.push(arithmetic(asked), ingredients(asked));
  parts.push(towards(query), paths(query));
  const { text: reference, layer } = explanation.reference;
  if (layer !== "distance") {
    parts.push(make("p", { class: "gn-note" }, "In Python: ", make("code", {}, `${explained.track === "run" ? "run" : "branch"}.at(${explained.step}).explain("${reference}")`)));
  }
  return parts.filter((part) => part !== null);
}
function earlier({ explained, track, symbols, back }) {
  const found = explained.explanation.earlier;
  if (!found || explained.track !== track) return null;
  const { step, reference } = found;
  return make("div", { class: "gn-from" }, make("button", { type: "button", class: "gn-num", name: "earlier-number", onclick: () => back(step, reference.text) }, `${symbols.reference(reference.text)} in step ${whole(step)}`));
}
function towards(query) {
  const { explained, symbols } = query;
  if (explained.depends_on.length === 0) return null;
  const lines = explained.depends_on.map(({ reference, formula, numbers, value }) => {
    const layer = reference.split(".")[0];
    return make("li", {}, `${symbols.reference(reference)} = ${symbols.line(rightSide(formula), layer)} = ${numbers} = `, inlineNumber(reference, value, query, false));
  });
  return make("details", {}, make("summary", {}, `The ${lines.length > 1 ? `${lines.length} gradients` : "gradient"} it depends on, link by link to the loss`), make("ol", { class: "gn-links" }, ...lines));
}
function paths(query) {
  const { explained, digits, samples } = query;
  if (explained.paths.length === 0) return null;
  const rows = explained.paths.map(
    ({ sample, factors, product }) => make(
      "tr",
      {},
      samples.length > 1 ? make("td", {}, `sample ${samples[sample] + 1}`) : null,
      make("td", {}, factors.map((factor) => symbolOf(factor, query.symbols)).join(" · ")),
      make("td", {}, ...factors.flatMap(({ reference, value }, i) => [i ? " · " : "", inlineNumber(reference, value, query)])),
      make("td", {}, show(product, digits))
    )
  );
  const more = explained.more_paths;
  if (more) rows.push(make("tr", {}, make("td", { colspan: samples.length > 1 ? 3 : 2 }, `${more.count} smaller paths`), make("td", {}, show(more.sum, digits))));
  const sum = explained.paths.reduce((total2, { product }) => total2 + (product ?? 0), more?.sum ?? 0);
  const total = make("tr", { class: "gn-total", "data-sum": String(sum) }, make("th", { scope: "row", colspan: samples.length > 1 ? 3 : 2 }, rows.length > 1 ? "sum of all paths" : "the only path"), make("td", {}, show(sum, digits)));
  return make(
    "div",
    {},
    make("h4", {}, rows.length > 1 ? "The chain rule, path by path: multiply along each path, then add the products" : "The chain rule as one product, from here to the loss"),
    make("div", { class: "gn-scroll", tabindex: 0, role: "group", "aria-label": "Paths to the loss" }, make("table", { class: "gn-paths" }, make("tbody", {}, ...rows, total)))
  );
}
function symbolOf({ kind, layer, source, unit }, symbols) {
  const mark = symbols.layer(layer);
  if (kind === "input") return layer === 0 ? `x${subscript(source + 1)}` : `a${subscript(source + 1)}${symbols.layer(layer - 1)}`;
  if (kind === "slope") return `g′(z${subscript(unit + 1)}${mark})`;
  if (kind === "weight") return `w${subscript(source + 1)}${subscript(unit + 1)}${mark}`;
  return `∂L/∂z${subscript(unit + 1)}${mark}`;
}
export {
  whyPanel
};
