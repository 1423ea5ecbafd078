// widgets/application/waves_view.ts
import { select } from "../../dom/controls.js";
import { make } from "../../dom/element.js";
import { Plot } from "../../dom/plot.js";
import { swatch } from "../../dom/swatch.js";
import { decimal } from "../../lib/numbers.js";
var POINTS = 9;
var PAST = 32;
var FUTURE = 24;
var HIGHEST = 1.5;
var SHAPES = {
  slow: { label: "a slow wave", at: (fraction) => Math.sin(2 * Math.PI * fraction) },
  quick: { label: "a quick wave", at: (fraction) => 0.8 * Math.sin(4 * Math.PI * fraction) },
  zigzag: { label: "a zigzag", at: (fraction) => Math.round(8 * fraction) % 2 ? 1 : -1 },
  flat: { label: "a straight line", at: () => 0 }
};
var WavesView = class {
  constructor(host) {
    this.host = host;
    this.handles = this.points.map(
      (value, i) => this.plot.addHandle({
        name: `point-${i}`,
        at: [placeOf(i), value],
        words: (_, y) => `Point ${i + 1} of your wave, height ${decimal(y, 1)}`,
        constrain: (_, y) => [placeOf(i), Math.max(-HIGHEST, Math.min(HIGHEST, y))],
        onMove: (_, y) => {
          this.points[i] = y;
          this.refresh();
        }
      })
    );
    const options = Object.entries(SHAPES).map(([value, { label }]) => ({ value, label }));
    const shapes = select({ label: "Begin with", help: "A wave to begin with", name: "shape", options, onInput: (name) => this.choose(name) });
    const key = make("div", { class: "gn-key" }, make("span", {}, swatch("var(--gn-train)", ""), "your wave"), make("span", {}, swatch("var(--gn-accent)", "6 4"), "how the network continues it"));
    this.element = make("div", {}, make("div", { class: "gn-row" }, shapes.element), this.plot.element, key);
  }
  host;
  element;
  latest = null;
  points = valuesOf("slow");
  handles;
  plot = new Plot("Your wave, and how the network continues it", 240, () => this.redraw());
  refresh() {
    this.host.channel.request("forecast", { points: this.points }, (answer) => {
      this.latest = answer;
      this.redraw();
      this.host.shell.root.dataset["forecast"] = Array.from(answer.arrays[1], (value) => value.toFixed(2)).join(" ");
    });
  }
  retheme() {
    this.redraw();
  }
  close() {
    this.plot.close();
  }
  choose(name) {
    valuesOf(name).forEach((value, i) => {
      this.points[i] = value;
      this.handles[i].set([placeOf(i), value]);
    });
    this.refresh();
  }
  redraw() {
    const [past, future] = this.latest?.arrays ?? [[], []];
    const begin = past.length ? [past[past.length - 1]] : [];
    this.plot.draw({ x: [0, PAST + FUTURE], y: [-HIGHEST, HIGHEST], xLabel: "time", yLabel: "height" }, [
      { xs: Array.from(past, (_, i) => i), ys: past, ink: "var(--gn-train)" },
      { xs: Array.from({ length: future.length + 1 }, (_, i) => PAST - 1 + i), ys: [...begin, ...future], ink: "var(--gn-accent)", dash: "6 4" }
    ]);
  }
};
function placeOf(i) {
  return i * (PAST - 1) / (POINTS - 1);
}
function valuesOf(name) {
  return Array.from({ length: POINTS }, (_, i) => SHAPES[name].at(i / (POINTS - 1)));
}
export {
  WavesView
};
