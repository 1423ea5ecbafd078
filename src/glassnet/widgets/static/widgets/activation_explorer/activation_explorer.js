// widgets/activation_explorer/activation_explorer.ts
import { button, select, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { Plot } from "../../dom/plot.js";
import { swatch } from "../../dom/swatch.js";
import { decimal, short } from "../../lib/numbers.js";
import { PlayLoop } from "../../lib/play.js";
import { dashOf, inkOf } from "../../lib/series.js";
var SWEEP_MS = 4e3;
var HEADINGS = ["function", "g(z)", "slope g′(z)", "range", "saturates", "mean output", "zeros"];
var ActivationExplorer = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    channel.request("functions", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  known = null;
  chosen = [];
  z = 0;
  reach = 5;
  leaky = 0.01;
  elu = 1;
  from = 0;
  // when the sweep began, and
  started = 0;
  // the z it began at
  answer = null;
  values = new Plot("Activations g(z) against z", 260, () => this.draw());
  slopes = new Plot("Derivatives g′(z) against z", 260, () => this.draw());
  boxes = make("fieldset", { "aria-label": "Functions to show" });
  body = make("tbody", {});
  alphas = make("div", { class: "gn-row" });
  zKnob = null;
  sweep = button({
    name: "sweep",
    label: "Move z",
    help: "Move the point from the left end to the right end",
    text: "Move z",
    class: "gn-button gn-main",
    onClick: () => this.loop.toggle()
  });
  loop = new PlayLoop({
    turn: (now) => this.turn(now),
    changed: () => this.label(),
    failed: (error) => this.shell.showError(error.message)
  });
  probe = this.values.addHandle({
    name: "probe",
    at: [0, 0],
    words: (x) => `z = ${short(x)}`,
    constrain: (x) => [x, 0],
    onMove: (x) => this.moveTo(x)
  });
  retheme(_theme) {
    this.draw();
  }
  close() {
    this.loop.pause();
    this.values.close();
    this.slopes.close();
  }
  build(known) {
    this.known = known;
    this.chosen = [...known.shown];
    [this.z, this.reach] = [known.z, known.reach];
    this.zKnob = slider({
      label: "z",
      help: "Where the point is",
      name: "z",
      min: -1,
      max: 1,
      step: 0.01,
      toValue: (position) => Math.round(position * this.reach * 100) / 100,
      toPosition: (value) => value / this.reach,
      format: (value) => decimal(value, 2),
      onInput: (value) => this.moveTo(value)
    });
    const reach = select({
      label: "Show z",
      help: "How far the axis goes",
      name: "reach",
      options: [.../* @__PURE__ */ new Set([2, 5, 8, 12, this.reach])].sort((a, b) => a - b).map((value) => ({ value: String(value), label: `from −${value} to ${value}` })),
      onInput: (value) => this.set({ reach: Number(value), z: Math.max(-Number(value), Math.min(Number(value), this.z)) })
    });
    reach.show(String(this.reach));
    const head = make("tr", {}, ...HEADINGS.map((text) => make("th", { scope: "col" }, text)));
    const table = make("table", {}, make("thead", {}, head), this.body);
    this.shell.root.append(
      make("div", { class: "gn-row" }, this.sweep, this.zKnob.element, reach.element, this.alphas),
      make("div", { class: "gn-columns" }, this.values.element, this.slopes.element),
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, table),
      this.boxes,
      make(
        "p",
        { class: "gn-note" },
        `Up to ${known.most} functions. Drag the dot on the left, or move it with the arrow keys. Mean output and zeros are measured on 4,000 z drawn from the standard normal distribution.`
      )
    );
    this.fill();
    this.ask();
  }
  fill() {
    const { functions, most } = this.known;
    const full = this.chosen.length >= most;
    const box = ({ name, label }) => {
      const input = make("input", { type: "checkbox", name, onchange: () => this.toggle(name, input) });
      input.checked = this.chosen.includes(name);
      input.disabled = full && !input.checked || this.chosen.length === 1 && input.checked;
      return make("label", { class: "gn-check" }, input, label);
    };
    const focused = this.boxes.querySelector(":focus")?.name;
    this.boxes.replaceChildren(...functions.map(box));
    if (focused) this.boxes.querySelector(`[name="${focused}"]`)?.focus();
    this.alphas.replaceChildren(...this.makeAlphas());
  }
  makeAlphas() {
    const knob = (name, label, help, min, max, step) => {
      const made = slider({ label, help, name, min, max, step, format: short, onInput: (value) => this.set({ [name]: value }) });
      made.show(this[name]);
      return made.element;
    };
    return [
      ...this.chosen.includes("leaky_relu") ? [knob("leaky", "α of leaky ReLU", "Its slope to the left of 0", 0, 0.5, 0.01)] : [],
      ...this.chosen.includes("elu") ? [knob("elu", "α of ELU", "It levels off at −α", 0.1, 2, 0.1)] : []
    ];
  }
  toggle(name, input) {
    this.chosen = input.checked ? [...this.chosen, name] : this.chosen.filter((one) => one !== name);
    this.fill();
    this.ask();
  }
  set(change) {
    Object.assign(this, change);
    this.ask();
  }
  moveTo(z) {
    this.loop.pause();
    this.set({ z: Math.max(-this.reach, Math.min(this.reach, z)) });
  }
  async turn(now) {
    if (this.from === 0) [this.from, this.started] = [now, this.z >= this.reach ? -this.reach : this.z];
    const z = this.started + (now - this.from) / SWEEP_MS * 2 * this.reach;
    this.z = Math.min(this.reach, z);
    this.take(await this.channel.ask("curves", this.request()));
    return this.z < this.reach;
  }
  label() {
    this.from = 0;
    setText(this.sweep.firstElementChild, this.loop.playing ? "Stop" : "Move z");
  }
  request() {
    const { chosen: functions, z, reach, leaky, elu } = this;
    return { functions, z, reach, leaky, elu };
  }
  ask() {
    this.channel.request("curves", this.request(), (answer) => this.take(answer));
  }
  take(answer) {
    this.answer = answer;
    this.zKnob?.show(Math.round(answer.head.z * 100) / 100);
    this.draw();
  }
  draw() {
    const { answer, shell } = this;
    if (!answer) return;
    const { functions, reach, z } = answer.head;
    const inks = functions.map((_, i) => [inkOf(i, shell.theme), dashOf(i)]);
    const lines = (first) => inks.map(([ink, dash], i) => ({ xs: answer.arrays[0], ys: answer.arrays[first + 2 * i], ink, dash }));
    const dots = (key) => functions.map((row, i) => ({ x: z, y: row[key], ink: inks[i][0] }));
    const marker = (low, high) => ({ xs: [z, z], ys: [low, high], ink: "var(--gn-accent)", thin: true });
    const heights = heightsOf(answer, 1);
    const steepness = heightsOf(answer, 2);
    this.probe.at = [z, 0];
    const axes = { x: [-reach, reach], xLabel: "z" };
    this.values.draw({ ...axes, y: heights, yLabel: "g(z)" }, [marker(...heights), ...lines(1)], dots("value"));
    this.slopes.draw({ ...axes, y: steepness, yLabel: "slope g′(z)" }, [marker(...steepness), ...lines(2)], dots("slope"));
    this.body.replaceChildren(...functions.map((row, i) => makeRow(row, inks[i])));
    Object.assign(shell.root.dataset, { ready: "true", z: z.toFixed(2), shown: functions.map(({ name }) => name).join(" ") });
  }
};
function heightsOf(answer, first) {
  const all = answer.arrays.flatMap((values, i) => i >= first && (i - first) % 2 === 0 ? [...values] : []);
  const [low, high] = [Math.min(-0.2, ...all), Math.max(1.1, ...all)];
  const room = 0.05 * (high - low);
  return [low - room, high + room];
}
function makeRow(row, [ink, dash]) {
  const { label, value, slope, lowest, highest, saturates, mean, zeros } = row;
  const range = `${lowest === null ? "−∞" : decimal(lowest, 2)} to ${highest === null ? "∞" : decimal(highest, 2)}`;
  const cells = [decimal(value, 4), decimal(slope, 4), range, saturates, decimal(mean, 2), `${Math.round(100 * zeros)} %`];
  return make("tr", {}, make("td", {}, swatch(ink, dash), label), ...cells.map((text) => make("td", {}, text)));
}
export {
  ActivationExplorer
};
