// widgets/custom_activation/custom_activation.ts
import { button, select } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { formulaBox, formulaForm, scrolledTable, typeset } from "../../dom/formula.js";
import { Plot } from "../../dom/plot.js";
import { swatch } from "../../dom/swatch.js";
import { decimal, whole } from "../../lib/numbers.js";
import { PlayLoop } from "../../lib/play.js";
import { dashOf, inkOf } from "../../lib/series.js";
var STEPS_PER_FRAME = 2;
var HIGHEST = 6;
var CustomActivation = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    shell.root.classList.add("gn-typed");
    channel.request("examples", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  steps = 1;
  reading = null;
  frame = null;
  wanted = false;
  // Train was pressed before the networks were ready
  form = formulaForm("Activation for a sum z", () => this.read());
  formulas = formulaBox("The formula and its derivative");
  checks = make("tbody", {});
  scores = make("tbody", {});
  place = make("p", { class: "gn-note" });
  curve = new Plot("Your activation and its derivative against z", 250, () => this.drawCurve());
  losses = new Plot("The loss of both networks while they train", 250, () => this.drawLosses());
  train = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => this.toggle() });
  loop = new PlayLoop({ turn: () => this.trainOn(), changed: () => this.label(), failed: (error) => this.shell.showError(error.message) });
  retheme(_theme) {
    this.drawCurve();
    this.drawLosses();
  }
  close() {
    this.loop.pause();
    this.curve.close();
    this.losses.close();
  }
  build({ examples, formula, steps }) {
    this.steps = steps;
    this.form.input.value = formula;
    const example = select({
      label: "Example",
      help: "Example formulas",
      name: "example",
      options: [
        ...examples.map((one) => ({ value: one.formula, label: one.label })),
        ...examples.some((one) => one.formula === formula) ? [] : [{ value: formula, label: "the first one" }]
      ],
      onInput: (chosen) => {
        this.form.input.value = chosen;
        this.read();
      }
    });
    example.show(formula);
    this.shell.root.append(
      make("div", { class: "gn-row" }, example.element),
      this.form.element,
      this.formulas,
      make("div", { class: "gn-row" }, this.train, this.place),
      make("div", { class: "gn-columns" }, this.curve.element, this.losses.element),
      scrolledTable(["network with", "loss", "correct"], this.scores),
      scrolledTable(["z", "g(z)", "slope, from the formula", "slope, by nudging z"], this.checks)
    );
    this.read();
  }
  read() {
    this.wanted = false;
    this.loop.pause();
    this.frame = null;
    this.channel.request("read", { formula: this.form.input.value }, (answer) => {
      this.reading = answer;
      this.show(answer.head);
      this.channel.request("begin", { formula: answer.head.formula }, (frame) => {
        this.take(frame);
        if (this.wanted) this.run();
      });
    });
  }
  show({ mathml, slope_mathml, checks, slope }) {
    const name = (text) => `<mi>${text}</mi><mo stretchy="false">(</mo><mi>z</mi><mo stretchy="false">)</mo><mo>=</mo>`;
    this.formulas.replaceChildren(typeset(`${name("g")}${mathml}`), typeset(`${name("g′")}${slope_mathml}`));
    this.checks.replaceChildren(
      ...checks.map(({ z, value, found, seen, agrees }) => {
        const numbers = [value, found].map((one) => make("td", {}, decimal(one ?? NaN)));
        const last = make("td", { "data-agrees": String(agrees) }, decimal(seen ?? NaN));
        return make("tr", {}, make("td", {}, decimal(z, 1)), ...numbers, last);
      })
    );
    Object.assign(this.shell.root.dataset, { ready: "true", slope });
    this.drawCurve();
  }
  toggle() {
    if (this.loop.playing) return this.loop.pause();
    if (this.frame?.head.done) this.read();
    if (this.frame) this.run();
    else this.wanted = true;
  }
  run() {
    this.wanted = false;
    this.loop.play();
  }
  async trainOn() {
    const answer = await this.channel.ask("train", { steps: STEPS_PER_FRAME });
    if (!this.loop.playing) return false;
    this.take(answer);
    return !answer.head.done;
  }
  label() {
    const start = this.frame?.head.done ? "Train again" : "Train";
    setText(this.train.firstElementChild, this.loop.playing ? "Stop" : start);
  }
  take(frame) {
    this.frame = frame;
    this.label();
    setText(this.place, `Step ${whole(frame.head.step)} of ${whole(this.steps)}: two moons, two hidden layers of 8 units`);
    this.drawLosses();
    Object.assign(this.shell.root.dataset, { step: frame.head.step, done: String(frame.head.done) });
  }
  drawCurve() {
    const { reading, shell } = this;
    if (!reading) return;
    const [z, ...curves] = reading.arrays;
    const finite = curves.flatMap((values) => [...values].filter(Number.isFinite));
    const [low, high] = [Math.max(-HIGHEST, Math.min(-0.2, ...finite)), Math.min(HIGHEST, Math.max(1.1, ...finite))];
    const lines = curves.map((ys, i) => ({ xs: z, ys, ink: inkOf(i, shell.theme), dash: dashOf(i) }));
    this.curve.draw({ x: [z[0], z.at(-1)], y: [low, high], xLabel: "z; solid: g(z), dashed: its slope", yLabel: "g(z) and slope" }, lines);
  }
  drawLosses() {
    const { frame, shell } = this;
    if (!frame) return;
    const xs = Float32Array.from({ length: this.steps }, (_, i) => i + 1);
    const highest = Math.max(0.8, ...frame.arrays.flatMap((values) => [...values].filter(Number.isFinite)));
    const lines = frame.arrays.map((ys, i) => ({ xs: xs.subarray(0, ys.length), ys, ink: inkOf(i, shell.theme), dash: dashOf(i) }));
    this.losses.draw({ x: [0, this.steps], y: [0, highest], xLabel: "step", yLabel: "loss" }, lines);
    this.scores.replaceChildren(
      ...frame.head.networks.map(
        ({ name, loss, accuracy }, i) => make(
          "tr",
          {},
          make("td", {}, swatch(inkOf(i, shell.theme), dashOf(i)), name),
          make("td", {}, decimal(loss)),
          make("td", {}, `${Math.round(1e3 * accuracy) / 10} %`)
        )
      )
    );
  }
};
export {
  CustomActivation
};
