// widgets/descent_playground/race_tab.ts
import { select, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { heightLegend, paintHeat } from "../../dom/heat.js";
import { Plot } from "../../dom/plot.js";
import { Relief } from "../../dom/relief.js";
import { swatch } from "../../dom/swatch.js";
import { heights } from "../../lib/grid.js";
import { short, whole } from "../../lib/numbers.js";
import { fromLogSlider, toLogSlider } from "../../lib/scales.js";
import { dashOf, inkOf } from "../../lib/series.js";
import { Recording } from "../../dom/recording.js";
import { RaceTables } from "./race_tables.js";
var STEPS_PER_SECOND = 30;
var RATES = [1e-4, 2];
var RaceTab = class {
  constructor(channel, theme) {
    this.channel = channel;
    this.theme = theme;
  }
  channel;
  theme;
  panel = make("div", {});
  landscape = "";
  steps = 1;
  landscapes = [];
  head = null;
  grid = null;
  shown = null;
  rules = [];
  walkers = [];
  settings = { rules: [], rate: 0.1, adaptive: 0.1, momentum: 0, noise: 0, start: [0, 0] };
  words = make("p", { class: "gn-note" });
  boxes = make("fieldset", { "aria-label": "Update rules in the race" });
  adaptiveBoxes = make("fieldset", { "aria-label": "Adaptive update rules in the race" });
  knobs = make("div", { class: "gn-row" });
  more = make("details", {}, make("summary", {}, "More: noise, and rules with a rate for each parameter (lesson 10)"));
  legend = make("div", {});
  tables = new RaceTables((name) => this.mark(name));
  map = new Plot("The landscape from above, with every path", 330, () => this.drawAll());
  chart = new Plot("Height against steps, for every path", 220, () => this.draw());
  relief = new Relief("The landscape as a 3-D surface", 330);
  clock = new Recording({
    label: "Step",
    place: "step",
    everyMs: 1e3 / STEPS_PER_SECOND,
    names: { slider: "step-slider", previous: "step-back", next: "step" },
    words: (now, last) => `${whole(now)} of ${whole(last)}`,
    onMove: () => this.draw()
  });
  rate = null;
  handle = this.map.addHandle({
    name: "start",
    at: [0, 0],
    ink: "var(--gn-ink)",
    words: (x, y) => `Start at x ${short(x)}, y ${short(y)}`,
    onMove: (x, y) => this.set({ start: [x, y] })
  });
  /** Show what there is to choose, and the first race. */
  open(head) {
    const { opening } = head;
    this.steps = opening.steps;
    this.settings = { ...this.settings, rules: [...opening.rules], momentum: opening.momentum };
    this.landscapes = [...head.landscapes];
    this.rules = [...head.rules];
    this.build(opening.landscape);
  }
  retheme(theme) {
    this.theme = theme;
    this.drawBoxes();
    this.drawAll();
  }
  close() {
    this.clock.stop();
    for (const part of [this.map, this.chart, this.relief]) part.close();
  }
  build(first) {
    const kinds = select({
      label: "Landscape",
      help: "Function to minimise",
      name: "landscape",
      options: this.landscapes.map(({ name, label }) => ({ value: name, label })),
      onInput: (name) => this.choose(name)
    });
    kinds.show(first);
    this.rate = this.logSlider("Learning rate", "rate", "For gradient descent, with and without momentum", (rate) => this.set({ rate }));
    const adaptive = this.logSlider("Adaptive rate", "adaptive", "For Adagrad, RMSprop and Adam", (rate) => this.set({ adaptive: rate }));
    adaptive.show(this.settings.adaptive);
    const momentum = this.plainSlider("Momentum", "momentum", "Fraction of the previous step that is kept", 0.99, 0.01, (value) => this.set({ momentum: value }));
    momentum.show(this.settings.momentum);
    const noise = this.plainSlider("Noise", "noise", "Random noise added to each gradient, as small batches do", 5, 0.1, (value) => this.set({ noise: value }));
    noise.show(this.settings.noise);
    this.knobs.append(this.rate.element, momentum.element);
    this.more.append(this.adaptiveBoxes, make("div", { class: "gn-row" }, adaptive.element, noise.element));
    this.more.open = this.rules.some(({ name, adaptive: adaptive2 }) => adaptive2 && this.settings.rules.includes(name));
    this.drawBoxes();
    this.panel.append(
      make("div", { class: "gn-row" }, kinds.element),
      this.words,
      this.clock.element,
      make("div", { class: "gn-columns" }, make("div", {}, this.map.element, this.legend), this.relief.element),
      make("p", { class: "gn-note" }, "Drag the ringed dot, or move it with the arrow keys, to change the start; drag the surface to rotate it. Open rings mark the minima."),
      this.boxes,
      this.knobs,
      this.more,
      this.tables.outcomes,
      make("div", { class: "gn-columns" }, this.chart.element, this.tables.byStep)
    );
    this.choose(first);
  }
  logSlider(label, name, help, onInput) {
    return slider({
      label,
      help,
      name,
      min: 0,
      max: 1,
      step: 5e-3,
      toValue: (place) => fromLogSlider(place, ...RATES),
      toPosition: (value) => toLogSlider(value, ...RATES),
      format: short,
      onInput
    });
  }
  plainSlider(label, name, help, max, step, onInput) {
    return slider({ label, help, name, min: 0, max, step, format: short, onInput });
  }
  drawBoxes() {
    const box = ({ name, label }) => {
      const input = make("input", { type: "checkbox", name, onchange: () => this.toggle(name, input.checked) });
      input.checked = this.settings.rules.includes(name);
      return make("label", { class: "gn-check" }, input, this.mark(name), label);
    };
    this.boxes.replaceChildren(...this.rules.filter(({ adaptive }) => !adaptive).map(box));
    this.adaptiveBoxes.replaceChildren(...this.rules.filter(({ adaptive }) => adaptive).map(box));
  }
  /** A sample of a rule's line, as it is drawn. */
  mark(name) {
    const place = this.place(name);
    return swatch(inkOf(place, this.theme), dashOf(place));
  }
  toggle(rule, on) {
    const names = this.rules.map(({ name }) => name);
    this.set({ rules: names.filter((name) => name === rule ? on : this.settings.rules.includes(name)) });
  }
  choose(landscape) {
    this.landscape = landscape;
    const { rate, start, words } = this.landscapes.find(({ name }) => name === landscape);
    setText(this.words, words);
    this.rate.show(rate);
    this.walkers = [];
    this.channel.request("surface", { landscape }, ({ head, arrays }) => {
      if (landscape !== this.landscape) return;
      this.head = head;
      this.grid = { values: arrays[0], side: head.grid, x: head.x_range, y: head.y_range };
      this.shown = heights(this.grid.values, head.bend);
      if (this.walkers.length > 0) this.drawAll();
    });
    this.set({ rate, start: [...start] });
  }
  set(change) {
    Object.assign(this.settings, change);
    const landscape = this.landscape;
    this.channel.request("race", { landscape, steps: this.steps, ...this.settings }, ({ head, arrays }) => {
      if (landscape !== this.landscape) return;
      const fresh = this.walkers.length === 0;
      this.walkers = head.walkers.map((walker, i) => {
        const both = arrays[i];
        const count = both.length / 2;
        return { ...walker, xs: both.subarray(0, count), ys: both.subarray(count) };
      });
      this.clock.record(this.steps);
      if (fresh) this.drawAll();
      else this.draw();
    });
  }
  drawAll() {
    const { grid, head, shown, map, theme } = this;
    if (!grid || !head || !shown || map.width === 0 || head.landscape !== this.landscape) return;
    map.setAxes(this.axes(grid));
    paintHeat(map, grid, shown, theme);
    this.legend.replaceChildren(heightLegend("height", shown, theme));
    this.draw();
  }
  axes({ x, y }) {
    return { x, y, xLabel: "x", yLabel: "y", equal: true };
  }
  place(name) {
    return this.rules.findIndex((rule) => rule.name === name);
  }
  draw() {
    const { grid, head, shown, theme, walkers, clock } = this;
    if (!grid || !head || !shown || head.landscape !== this.landscape) return;
    const until = clock.now + 1;
    const trails = walkers.map(({ name, xs, ys }) => ({
      xs: xs.subarray(0, until),
      ys: ys.subarray(0, until),
      ink: inkOf(this.place(name), theme),
      dash: dashOf(this.place(name))
    }));
    this.handle.at = this.settings.start;
    const ends = trails.flatMap(({ xs, ys, ink }) => {
      const [x, y] = [xs.at(-1) ?? 0, ys.at(-1) ?? 0];
      const seen = x >= grid.x[0] && x <= grid.x[1] && y >= grid.y[0] && y <= grid.y[1];
      return seen ? [{ x, y, ink, radius: 5 }] : [];
    });
    const rings = head.minima.map((at) => ring(...at, head));
    this.map.draw(this.axes(grid), [...rings, ...trails], ends);
    this.relief.draw({ grid, shown, theme, trails });
    this.drawChart(until);
    this.tables.draw(walkers, until, clock.last);
    const root = this.panel.closest(".gn-root");
    if (!root) return;
    const verdicts = walkers.map(({ name, verdict }) => `${name}: ${verdict}`).join("; ");
    Object.assign(root.dataset, { ready: String(walkers.length > 0 || root.dataset["ready"] === "true"), landscape: this.landscape, step: clock.now, verdicts });
  }
  drawChart(until) {
    const values = this.walkers.map((walker) => walker.values.map((value) => value ?? NaN));
    const first = values[0]?.[0] ?? 1;
    const seen = values.flat().filter((value) => Number.isFinite(value) && value <= 3 * Math.abs(first) + 1);
    const [low, high] = [Math.min(0, ...seen), Math.max(first, ...seen)];
    const room = 0.05 * (high - low || 1);
    const lines = this.walkers.map(({ name }, i) => {
      const ys = values[i].slice(0, until);
      return { xs: ys.map((_, step) => step), ys, ink: inkOf(this.place(name), this.theme), dash: dashOf(this.place(name)) };
    });
    this.chart.draw({ x: [0, this.steps], y: [low - room, high + room], xLabel: "step", yLabel: "height" }, lines);
  }
};
function ring(x, y, { x_range, y_range }) {
  const turn = Array.from({ length: 25 }, (_, i) => i / 24 * 2 * Math.PI);
  const [across, up] = [0.02 * (x_range[1] - x_range[0]), 0.02 * (y_range[1] - y_range[0])];
  return {
    xs: turn.map((angle) => x + across * Math.cos(angle)),
    ys: turn.map((angle) => y + up * Math.sin(angle)),
    ink: "var(--gn-ink)",
    thin: true
  };
}
export {
  RaceTab
};
