// widgets/training_monitor/charts.ts
import { button, select } from "../../dom/controls.js";
import { make } from "../../dom/element.js";
import { Plot } from "../../dom/plot.js";
import { swatch } from "../../dom/swatch.js";
import { whole } from "../../lib/numbers.js";
import { dashOf, inkOf } from "../../lib/series.js";
import "./table.js";
var DASHED = "6 4";
var HEIGHT = 220;
var Charts = class {
  element = make("div", { class: "gn-columns" });
  shown = null;
  log = false;
  measure = "layers";
  loss = new Plot("Loss against steps", HEIGHT, () => this.redraw());
  other = new Plot("Another measure against steps", HEIGHT, () => this.redraw());
  keys = [make("div", { class: "gn-key" }), make("div", { class: "gn-key" })];
  handle;
  logButton = button({ name: "log", label: "Log scale for the loss", text: "log scale", onClick: () => this.toggle() });
  choice = make("div", {});
  chooser = null;
  options = "";
  constructor(onGo) {
    this.handle = this.loss.addHandle({
      name: "at",
      at: [0, 0],
      words: (x) => `Step ${whole(x)} on the timeline`,
      onMove: (x) => onGo(Math.round(x)),
      constrain: (x) => [Math.round(x), this.floor]
    });
    this.logButton.setAttribute("aria-pressed", "false");
    this.element.append(
      make("div", {}, make("div", { class: "gn-row gn-head" }, make("h3", {}, "Loss"), this.logButton), this.loss.element, this.keys[0]),
      make("div", {}, make("div", { class: "gn-row gn-head" }, this.choice), this.other.element, this.keys[1])
    );
  }
  draw(shown) {
    this.shown = shown;
    this.offer(shown);
    this.redraw();
  }
  close() {
    this.loss.close();
    this.other.close();
  }
  floor = 0;
  toggle() {
    this.log = !this.log;
    this.logButton.setAttribute("aria-pressed", String(this.log));
    this.redraw();
  }
  /** Offer what the second chart can show, which depends on the run. */
  offer({ curves, now, comparison }) {
    const epochs = Object.keys(curves.get(now)?.["epochs"] ?? {}).filter((name) => !["step", "loss", "validation_loss"].includes(name));
    const seen = epochs.filter((name) => [...curves.get(now)["epochs"][name]].some(Number.isFinite));
    const options = [
      { value: "layers", label: "Gradient norm of each layer" },
      ...seen.map((name) => ({ value: name, label: name.replaceAll("_", " ") })),
      { value: "learning_rate", label: "Learning rate" },
      ...comparison ? [{ value: "distance", label: "Distance between the parameters of two runs" }] : []
    ];
    const key = JSON.stringify(options);
    if (key === this.options) return;
    this.options = key;
    if (!options.some(({ value }) => value === this.measure)) this.measure = "layers";
    this.chooser = select({
      label: "Second chart",
      help: "Quantity shown in the second chart",
      name: "measure",
      options,
      onInput: (value) => {
        this.measure = value;
        this.redraw();
      }
    });
    this.chooser.show(this.measure);
    this.choice.replaceChildren(this.chooser.element);
  }
  /** Show the distance of two runs as soon as it is known. */
  showDistance() {
    this.measure = "distance";
    this.chooser?.show(this.measure);
    this.redraw();
  }
  redraw() {
    const { shown } = this;
    if (!shown) return;
    const first = Math.min(...shown.tracks.map((track) => track.first));
    const across = [first, Math.max(first + 1, ...shown.tracks.map((track) => track.step))];
    this.drawOne(this.loss, this.keys[0], this.lossCurves(shown), across, "loss", this.log);
    const { curves, label, log } = this.otherCurves(shown);
    this.other.relabel(`${label} against steps`);
    this.drawOne(this.other, this.keys[1], curves, across, label, log);
  }
  drawOne(plot, key, curves, x, yLabel, log) {
    const values = curves.flatMap(({ ys }) => [...ys]).filter((value) => Number.isFinite(value) && (!log || value > 0));
    const y = range(values, log);
    const { at } = this.shown;
    const now = { xs: [at, at], ys: y, ink: "var(--gn-accent)", thin: true };
    if (plot === this.loss) {
      this.floor = y[0];
      this.handle.at = [at, y[0]];
    }
    plot.draw({ x, y, xLabel: "step", yLabel, log }, [...curves, now]);
    const legend = curves.map(({ label, ink, dash }) => `${label}|${ink}|${dash ?? ""}`).join("\n");
    if (key.dataset["legend"] === legend) return;
    key.dataset["legend"] = legend;
    key.replaceChildren(...curves.map(({ label, ink, dash, thin }) => make("span", {}, swatch(ink, dash ?? "", thin), label)));
  }
  lossCurves({ tracks, curves, theme, now }) {
    return tracks.flatMap((track, i) => {
      const known = curves.get(track.name);
      if (!known) return [];
      const [steps, epochs] = [known["steps"], known["epochs"]];
      const whose = tracks.length > 1 ? `${track.label}: ` : "";
      const ink = inkOf(i, theme);
      const held = [...epochs["validation_loss"]].some(Number.isFinite);
      const training = { xs: steps["step"], ys: steps["loss"], label: `${whose}training, per batch`, ink, thin: true };
      const validation = { xs: epochs["step"], ys: epochs["validation_loss"], label: `${whose}validation`, dash: DASHED, ink, thin: track.name !== now };
      return held ? [training, validation] : [training];
    });
  }
  otherCurves(shown) {
    const { tracks, curves, now, theme, comparison } = shown;
    const { measure } = this;
    if (measure === "distance" && comparison) {
      const names = Object.keys(comparison.distances);
      const lines2 = names.map((name, i) => ({ xs: comparison.steps, ys: Float32Array.from(comparison.distances[name], (value) => value ?? NaN), ink: inkOf(i, theme), dash: dashOf(i), label: name === "all" ? "all layers" : name }));
      return { curves: lines2, label: "distance", log: false };
    }
    if (measure === "layers") {
      const { step, learning_rate: _, ...layers } = curves.get(now)?.["layers"] ?? {};
      const lines2 = Object.entries(layers).map(([name, ys], i) => ({ xs: step, ys, ink: inkOf(i, theme), dash: dashOf(i), label: name }));
      return { curves: lines2, label: "gradient norm", log: true };
    }
    const table = measure === "learning_rate" ? "layers" : "epochs";
    const lines = tracks.flatMap((track, i) => {
      const known = curves.get(track.name)?.[table];
      const ys = known?.[measure];
      return ys ? [{ xs: known["step"], ys, ink: inkOf(i, theme), dash: dashOf(i), label: track.label, thin: track.name !== now }] : [];
    });
    return { curves: lines, label: measure.replaceAll("_", " "), log: measure === "learning_rate" };
  }
};
function range(values, log) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return log ? [0.1, 1] : [0, 1];
  if (log) return [low / 1.3, high * 1.3];
  return [Math.min(0, low), high + 0.05 * (high - Math.min(0, low) || 1)];
}
export {
  Charts
};
