// widgets/training_monitor/numbers_view.ts
import { make, setAttribute, setText } from "../../dom/element.js";
import { brief, whole } from "../../lib/numbers.js";
import { Bars } from "./bars.js";
var NAMES = {
  gradient_norm: "gradient norm",
  weight_norm: "weight norm",
  update_ratio: "update / weights",
  dead_units: "dead units",
  saturated: "saturated",
  r_squared: "r²",
  f1: "F1"
};
var KINDS = { weight: "weights", activation: "activations", gradient: "gradients" };
var ROLES = { weight: "value", activation: "value", gradient: "gradient" };
var COLUMNS = ["gradient_norm", "weight_norm", "dead_units"];
var MORE_COLUMNS = ["update_ratio", "saturated"];
function labelOf(name) {
  return NAMES[name] ?? name.replaceAll("_", " ");
}
var NumbersView = class {
  constructor(ask) {
    this.ask = ask;
  }
  ask;
  element = make("div", {});
  cells = /* @__PURE__ */ new Map();
  bars = /* @__PURE__ */ new Map();
  title = make("h3", {});
  form = "";
  draw(look, speed) {
    const form = JSON.stringify([look.measures.map(({ name, batch, validation }) => [name, !!batch, !!validation]), look.classes.map(({ name }) => name), look.layers.map(({ name, what, numbers, histograms }) => [name, what, Object.keys(numbers), Object.entries(histograms).map(([kind, { counts, not_finite }]) => [kind, counts.length, !!not_finite])]), Object.keys(speed), !!look.dead_units]);
    if (form !== this.form) {
      this.form = form;
      this.build(look, speed);
    }
    setText(this.title, `Step ${whole(look.step)}, epoch ${whole(look.epoch + 1)}`);
    for (const number of numbersOf(look, speed)) this.fill(number);
    for (const { histograms } of look.layers) for (const histogram of Object.values(histograms)) this.bars.get(histogram.reference).draw(histogram);
  }
  build(look, speed) {
    this.cells.clear();
    this.bars.clear();
    this.element.replaceChildren(
      this.title,
      make("div", { class: "gn-columns gn-tables" }, this.measures(look), this.pace(look, speed)),
      ...look.classes.length ? [make("h3", {}, "Classes"), this.classes(look.classes)] : [],
      make("h3", {}, "Layers"),
      this.layers(look.layers, COLUMNS),
      make("details", {}, make("summary", {}, "More about the layers (lessons 10 and 11)"), this.layers(look.layers, MORE_COLUMNS)),
      make("div", { class: "gn-histograms" }, ...look.layers.map((layer) => this.histograms(layer)))
    );
  }
  measures({ measures, batch, held_out }) {
    const head = ["", `this batch (${whole(batch)})`, ...held_out ? [`validation (${whole(held_out)})`] : []];
    const rows = measures.map(
      ({ name, batch: batch2, validation }) => make("tr", {}, make("th", { scope: "row" }, labelOf(name)), this.td(batch2, `${labelOf(name)} of this batch`), ...held_out ? [this.td(validation, `${labelOf(name)} on the validation samples`)] : [])
    );
    return table("Loss and metrics", head, rows);
  }
  pace({ learning_rate, dead_units }, speed) {
    const rows = [
      ["learning rate", learning_rate],
      ...Object.entries(speed).map(([name, number]) => [name.replaceAll("_", " "), number]),
      ...dead_units ? [["dead units, total", dead_units]] : []
    ];
    return table("Speed", [], rows.map(([name, number]) => make("tr", {}, make("th", { scope: "row" }, name), this.td(number, name))));
  }
  classes(classes) {
    const rows = classes.map(
      ({ name, precision, recall, f1 }) => make("tr", {}, make("th", { scope: "row" }, name), this.td(precision, `precision of ${name}`), this.td(recall, `recall of ${name}`), this.td(f1, `F1 of ${name}`))
    );
    return table("Classes", ["class", "precision", "recall", "F1"], rows);
  }
  layers(layers, wanted) {
    const columns = wanted.filter((name) => layers.some(({ numbers }) => numbers[name]));
    const rows = layers.map(
      ({ name, what, numbers }) => make("tr", {}, make("th", { scope: "row" }, name, make("span", { class: "gn-note" }, ` ${what}`)), ...columns.map((column) => this.td(numbers[column] ?? null, `${labelOf(column)} of ${name}`)))
    );
    return table("Numbers by layer", ["layer", ...columns.map(labelOf)], rows);
  }
  histograms({ name, histograms }) {
    const parts = Object.entries(histograms).map(([kind, { reference, counts, spread, not_finite }]) => {
      const what = `${KINDS[kind]} of ${name}`;
      const bars = new Bars(reference, counts.length, what, ROLES[kind], this.ask);
      this.bars.set(reference, bars);
      const number = (part, words) => this.cell(spread[part], `${words} of the ${what}`);
      const ends = make("div", { class: "gn-ends" }, number("smallest", "smallest"), number("largest", "largest"));
      const middle = make("div", { class: "gn-spread" }, make("span", { class: "gn-note" }, "mean"), number("mean", "mean"), make("span", { class: "gn-note" }, "std. dev."), number("deviation", "standard deviation"));
      const bad = not_finite && make("div", { class: "gn-spread" }, make("span", { class: "gn-note" }, "not finite"), this.cell(not_finite, `number of ${what} that are not finite`));
      return make("figure", { class: "gn-histogram" }, make("figcaption", {}, KINDS[kind], bars.words), bars.element, ends, middle, bad);
    });
    return make("div", { class: "gn-layer", role: "group", "aria-label": `Histograms of ${name}` }, make("h4", {}, name), make("div", { class: "gn-three" }, ...parts));
  }
  td(number, label) {
    return make("td", {}, number ? this.cell(number, label) : "");
  }
  cell(number, label) {
    if (!number) return make("span", {});
    const { reference } = number;
    const cell = make("button", { type: "button", class: "gn-num", "data-ref": reference, "data-label": label, onclick: () => this.ask(reference) });
    this.cells.set(reference, cell);
    return cell;
  }
  fill({ reference, value }) {
    const cell = this.cells.get(reference);
    if (!cell) return;
    const text = value === null && reference.includes("_of_class") ? "undefined" : brief(value);
    if (cell.textContent === text) return;
    setText(cell, text);
    setAttribute(cell, "aria-label", `${cell.dataset["label"]}: ${text}`);
    setAttribute(cell, "title", `Explain the ${cell.dataset["label"]}, ${text}`);
  }
  /** Highlight the number that is explained. */
  mark(reference) {
    for (const [own, cell] of this.cells) setAttribute(cell, "aria-pressed", String(own === reference));
    for (const bars of this.bars.values()) bars.mark(reference);
  }
};
function* numbersOf(look, speed) {
  yield look.learning_rate;
  yield* Object.values(speed);
  if (look.dead_units) yield look.dead_units;
  for (const { precision, recall, f1 } of look.classes) yield* [precision, recall, f1];
  for (const { batch, validation } of look.measures) {
    if (batch) yield batch;
    if (validation) yield validation;
  }
  for (const { numbers, histograms } of look.layers) {
    yield* Object.values(numbers);
    for (const { spread, not_finite } of Object.values(histograms)) {
      yield* Object.values(spread);
      if (not_finite) yield not_finite;
    }
  }
}
function table(label, head, rows) {
  const top = head.length ? make("thead", {}, make("tr", {}, ...head.map((text) => text ? make("th", { scope: "col" }, text) : make("td", {})))) : null;
  return make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": label }, make("table", {}, top, make("tbody", {}, ...rows)));
}
export {
  NumbersView,
  labelOf
};
