// widgets/descent_playground/race_tab.ts
import { select, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { paintHeat } from "../../dom/heat.js";
import { Plot } from "../../dom/plot.js";
import { Relief } from "../../dom/relief.js";
import { swatch } from "../../dom/swatch.js";
import { heights } from "../../lib/grid.js";
import { decimal, short, whole } from "../../lib/numbers.js";
import { fromLogSlider, toLogSlider } from "../../lib/scales.js";
import { dashOf, inkOf } from "../../lib/series.js";
import { Recording } from "../../dom/recording.js";
var STEPS = 300;
var STEPS_PER_SECOND = 30;
var RATES = [1e-4, 2];
var FIRST_RULES = ["sgd", "momentum", "adam"];
var RaceTab = class {
  constructor(channel, theme) {
    this.channel = channel;
    this.theme = theme;
    channel.request("landscapes", {}, ({ head }) => this.build(head));
  }
  channel;
  theme;
  panel = make("div", {});
  landscape = "long_bowl";
  head = null;
  grid = null;
  rules = [];
  walkers = [];
  settings = { rules: FIRST_RULES, rate: 0.08, adaptive: 0.1, momentum: 0.9, noise: 0, start: [0, 0] };
  words = make("p", { class: "gn-note" });
  boxes = make("fieldset", { "aria-label": "Update rules in the race" });
  knobs = make("div", { class: "gn-row" });
  body = make("tbody", {});
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
  retheme(theme) {
    this.theme = theme;
    this.drawBoxes();
    this.drawAll();
  }
  close() {
    this.clock.stop();
    for (const part of [this.map, this.chart, this.relief]) part.close();
  }
  build({ landscapes, rules }) {
    this.rules = rules;
    const kinds = select({
      label: "Landscape",
      help: "Function to minimise",
      name: "landscape",
      options: landscapes.map(({ name, label }) => ({ value: name, label })),
      onInput: (name) => this.choose(name)
    });
    kinds.show(this.landscape);
    this.rate = this.logSlider("Learning rate", "rate", "For gradient descent, with and without momentum", (rate) => this.set({ rate }));
    const adaptive = this.logSlider("Adaptive rate", "adaptive", "For Adagrad, RMSprop and Adam", (rate) => this.set({ adaptive: rate }));
    adaptive.show(this.settings.adaptive);
    const momentum = this.plainSlider("Momentum", "momentum", "Fraction of the previous step that is kept", 0.99, 0.01, (value) => this.set({ momentum: value }));
    momentum.show(this.settings.momentum);
    const noise = this.plainSlider("Noise", "noise", "Random noise added to each gradient, as small batches do", 5, 0.1, (value) => this.set({ noise: value }));
    noise.show(this.settings.noise);
    this.knobs.append(this.rate.element, adaptive.element, momentum.element, noise.element);
    this.drawBoxes();
    const head = ["rule", "current height", "outcome"].map((text) => make("th", { scope: "col" }, text));
    this.panel.append(
      make("div", { class: "gn-row" }, kinds.element),
      this.words,
      this.boxes,
      this.knobs,
      this.clock.element,
      make("div", { class: "gn-columns" }, this.map.element, this.relief.element),
      make("p", { class: "gn-note" }, "Drag the ringed dot, or move it with the arrow keys, to change the start; drag the surface to rotate it. Open rings mark the minima."),
      this.chart.element,
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, make("table", {}, make("thead", {}, make("tr", {}, ...head)), this.body))
    );
    this.choose(this.landscape);
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
    this.boxes.replaceChildren(
      ...this.rules.map(({ name, label }, i) => {
        const input = make("input", { type: "checkbox", name, onchange: () => this.toggle(name, input.checked) });
        input.checked = this.settings.rules.includes(name);
        return make("label", { class: "gn-check" }, input, swatch(inkOf(i, this.theme), dashOf(i)), label);
      })
    );
  }
  toggle(rule, on) {
    const names = this.rules.map(({ name }) => name);
    this.set({ rules: names.filter((name) => name === rule ? on : this.settings.rules.includes(name)) });
  }
  choose(landscape) {
    this.landscape = landscape;
    this.channel.request("surface", { landscape }, ({ head, arrays }) => {
      this.head = head;
      this.grid = { values: arrays[0], side: head.grid, x: head.x_range, y: head.y_range };
      setText(this.words, head.words);
      this.rate.show(head.rate);
      this.walkers = [];
      this.set({ rate: head.rate, start: head.start });
      this.drawAll();
    });
  }
  set(change) {
    Object.assign(this.settings, change);
    const landscape = this.landscape;
    this.channel.request("race", { landscape, steps: STEPS, ...this.settings }, ({ head, arrays }) => {
      if (landscape !== this.landscape) return;
      this.walkers = head.walkers.map((walker, i) => {
        const both = arrays[i];
        const count = both.length / 2;
        return { ...walker, xs: both.subarray(0, count), ys: both.subarray(count) };
      });
      this.clock.record(STEPS);
      this.draw();
    });
  }
  drawAll() {
    if (!this.grid || !this.head || this.map.width === 0) return;
    paintHeat(this.map, this.grid, heights(this.grid.values, this.head.bend), this.theme);
    this.draw();
  }
  place(name) {
    return this.rules.findIndex((rule) => rule.name === name);
  }
  draw() {
    const { grid, head, theme, walkers, clock } = this;
    if (!grid || !head) return;
    const until = clock.now + 1;
    const trails = walkers.map(({ name, xs, ys }) => ({
      xs: xs.subarray(0, until),
      ys: ys.subarray(0, until),
      ink: inkOf(this.place(name), theme)
    }));
    this.handle.at = this.settings.start;
    const ends = trails.flatMap(({ xs, ys, ink }) => {
      const [x, y] = [xs.at(-1) ?? 0, ys.at(-1) ?? 0];
      const seen = x >= grid.x[0] && x <= grid.x[1] && y >= grid.y[0] && y <= grid.y[1];
      return seen ? [{ x, y, ink, radius: 5 }] : [];
    });
    const rings = head.minima.map((at) => ring(...at, head));
    this.map.draw({ x: grid.x, y: grid.y, xLabel: "x", yLabel: "y" }, [...rings, ...trails], ends);
    this.relief.draw({ grid, shown: heights(grid.values, head.bend), theme, trails });
    this.drawChart(until);
    this.drawTable(until);
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
    this.chart.draw({ x: [0, STEPS], y: [low - room, high + room], xLabel: "step", yLabel: "height" }, lines);
  }
  drawTable(until) {
    this.body.replaceChildren(
      ...this.walkers.map(({ name, label, values, verdict }) => {
        const now = values[Math.min(until, values.length) - 1];
        const mark = swatch(inkOf(this.place(name), this.theme), dashOf(this.place(name)));
        const outcome = until > this.clock.last ? verdict : "";
        return make("tr", {}, make("td", {}, mark, label), make("td", {}, decimal(now ?? NaN, 4)), make("td", {}, outcome));
      })
    );
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
