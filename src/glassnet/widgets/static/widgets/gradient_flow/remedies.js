// widgets/gradient_flow/remedies.ts
import { button } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { brief, percent } from "../../lib/numbers.js";
import { PlayLoop } from "../../lib/play.js";
var Remedies = class {
  constructor(settings) {
    this.settings = settings;
    this.button = button({ name: "measure", label: "Measure all", text: "Measure all", onClick: () => this.loop.toggle() });
    this.loop = new PlayLoop({ turn: () => settings.measure(), changed: () => this.label(), failed: settings.failed });
    const head = ["remedy", "gradient, first / last layer", "accuracy", "lowest", "highest"].map((text) => make("th", { scope: "col" }, text));
    const rows = [{ name: "none", label: "As it is" }, ...settings.remedies].map(({ name, label }) => this.row(name, label));
    const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
    this.element = make(
      "div",
      {},
      make("div", { class: "gn-row" }, this.button, this.bar),
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Remedies" }, table)
    );
  }
  settings;
  element;
  effects = null;
  button;
  bar = make("progress", { "aria-label": "Remedies measured", max: 1, value: 0 });
  boxes = /* @__PURE__ */ new Map();
  cells = /* @__PURE__ */ new Map();
  loop;
  stop() {
    this.loop.pause();
  }
  /** Which remedies are switched on, and what is known of each; null if the settings are other ones. */
  show(on, effects) {
    this.effects = effects;
    for (const [name, box] of this.boxes) box.checked = on.has(name);
    this.bar.max = effects?.total ?? 1;
    this.bar.value = effects?.count ?? 0;
    const without = effects?.rows[0];
    for (const [name, cells] of this.cells) {
      const row = effects?.rows.find((one) => one.name === name);
      textsOf(row).forEach((text, i) => setText(cells[i], text));
      const helps = row && without && row !== without && lowest(row) > highest(without) + 0.05;
      cells[1].dataset["helps"] = String(Boolean(helps));
    }
    this.label();
  }
  row(name, label) {
    const cells = [0, 1, 2, 3].map(() => make("td", {}, "–"));
    this.cells.set(name, cells);
    if (name === "none") return make("tr", {}, make("th", { scope: "row" }, label), ...cells);
    const box = make("input", { type: "checkbox", name: `remedy-${name}`, onchange: () => this.settings.toggle(name, box.checked) });
    this.boxes.set(name, box);
    return make("tr", {}, make("th", { scope: "row" }, make("label", { class: "gn-check" }, box, label)), ...cells);
  }
  label() {
    const { effects } = this;
    const done = effects !== null && effects.count >= effects.total;
    const text = this.loop.playing ? "Stop" : done ? "Measured" : effects?.count ? "Measure on" : "Measure every remedy";
    setText(this.button.firstElementChild, text);
    this.button.setAttribute("aria-label", text);
    this.button.title = text;
    this.button.setAttribute("aria-disabled", String(done && !this.loop.playing));
  }
};
function textsOf(row) {
  if (!row || row.accuracies.length === 0) return ["–", "–", "–", "–"];
  const ratios = row.ratios.map((ratio2) => ratio2 ?? Infinity).sort((a, b) => a - b);
  const ratio = ratios[Math.floor(ratios.length / 2)];
  const known = row.accuracies.filter((one) => one !== null).sort((a, b) => a - b);
  const lost = row.accuracies.length - known.length;
  const shown = !Number.isFinite(ratio) ? "∞" : ratio >= 1e4 ? ratio.toExponential(1).replace("e+", "e") : brief(ratio);
  if (known.length === 0) return [shown, "diverges", "", ""];
  const middle = percent(known[Math.floor(known.length / 2)]) + (lost ? `, ${lost} diverged` : "");
  return [shown, middle, percent(known[0]), percent(known.at(-1))];
}
function lowest({ accuracies }) {
  return Math.min(...accuracies.map((one) => one ?? 0));
}
function highest({ accuracies }) {
  return Math.max(0, ...accuracies.map((one) => one ?? 0));
}
export {
  Remedies
};
