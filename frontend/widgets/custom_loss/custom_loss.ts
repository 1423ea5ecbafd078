// The formula, its derivative, and two models: one trained with the formula, one with the usual loss.
import { button, select } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { formulaBox, formulaForm, scrolledTable, typeset } from "../../dom/formula.ts";
import { Plot } from "../../dom/plot.ts";
import type { Shell } from "../../dom/shell.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Channel } from "../../lib/channel.ts";
import type { Theme } from "../../lib/colors.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import { PlayLoop } from "../../lib/play.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import type { Models, Reading, TaskView, Wire } from "../../wire/custom_loss.ts";

const STEPS_PER_FRAME = 8;
const FIRST_EXAMPLE = 2;

export class CustomLoss {
  private tasks: TaskView[] = [];
  private task: TaskView | null = null;
  private reading: { head: Reading; arrays: Float32Array[] } | null = null;
  private frame: { head: Models; arrays: Float32Array[] } | null = null;
  private wanted = false; // Train was pressed before the models were ready
  private readonly form = formulaForm("Loss for a prediction p and a target t", () => this.read());
  private readonly formulas = formulaBox("The formula and its slope");
  private readonly checks = make("tbody", {});
  private readonly scores = make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" });
  private readonly place = make("p", { class: "gn-note" });
  private readonly knobs = make("div", { class: "gn-row" });
  private readonly curve = new Plot("Your loss against the prediction", 250, () => this.drawCurve());
  private readonly data = new Plot("The data and both models", 250, () => this.drawModels());
  private readonly train = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => this.toggle() });
  private readonly loop = new PlayLoop({ turn: () => this.trainOn(), changed: () => this.label(), failed: (error) => this.shell.showError(error.message) });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    shell.root.classList.add("gn-typed");
    channel.request("examples", {}, ({ head }) => this.build(head.tasks));
  }

  retheme(_theme: Theme): void {
    this.drawCurve();
    this.drawModels();
  }

  close(): void {
    this.loop.pause();
    this.curve.close();
    this.data.close();
  }

  private build(tasks: TaskView[]): void {
    this.tasks = tasks;
    const kinds = select({
      label: "Predict",
      help: "What the model learns to predict",
      name: "task",
      options: tasks.map(({ name, label }) => ({ value: name, label })),
      onInput: (name) => this.choose(name),
    });
    this.shell.root.append(
      make("div", { class: "gn-row" }, kinds.element, this.knobs),
      this.form.element,
      this.formulas,
      scrolledTable(["p, t", "loss", "slope, from the formula", "slope, by nudging p"], this.checks),
      make("div", { class: "gn-row" }, this.train, this.place),
      make("div", { class: "gn-columns" }, this.curve.element, this.data.element),
      this.scores,
    );
    this.choose(tasks[0]!.name);
  }

  private choose(name: string): void {
    this.task = this.tasks.find((task) => task.name === name)!;
    const { examples } = this.task;
    const example = select({
      label: "Example",
      help: "Example formulas",
      name: "example",
      options: examples.map(({ label, formula }) => ({ value: formula, label })),
      onInput: (formula) => {
        this.form.input.value = formula;
        this.read();
      },
    });
    const first = examples[name === "classes" ? 1 : FIRST_EXAMPLE]!.formula;
    example.show(first);
    this.form.input.value = first;
    this.knobs.replaceChildren(example.element);
    this.read();
  }

  private read(): void {
    this.stop();
    this.frame = null;
    const fields = { formula: this.form.input.value, task: this.task!.name };
    this.channel.request("read", fields, (answer) => {
      this.reading = answer;
      this.show(answer.head);
      this.channel.request("begin", { ...fields, formula: answer.head.formula }, (frame) => {
        this.take(frame);
        if (this.wanted) this.run();
      });
    });
  }

  private show({ mathml, slope_mathml, checks, slope }: Reading): void {
    const slopeName = "<mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><mi>p</mi></mrow></mfrac>";
    this.formulas.replaceChildren(typeset(`<mi>L</mi><mo>=</mo>${mathml}`), typeset(`${slopeName}<mo>=</mo>${slope_mathml}`));
    this.checks.replaceChildren(
      ...checks.map(({ p, t, loss, found, seen, agrees }) => {
        const numbers = [loss, found].map((value) => make("td", {}, decimal(value ?? NaN)));
        const last = make("td", { "data-agrees": String(agrees) }, decimal(seen ?? NaN));
        return make("tr", {}, make("td", {}, `p = ${decimal(p, 2)}, t = ${decimal(t, 1)}`), ...numbers, last);
      }),
    );
    Object.assign(this.shell.root.dataset, { ready: "true", slope });
    this.drawCurve();
  }

  private toggle(): void {
    if (this.loop.playing) return this.stop();
    if (this.frame?.head.done) this.read();
    if (this.frame) this.run();
    else this.wanted = true;
  }

  private run(): void {
    this.wanted = false;
    this.loop.play();
  }

  private async trainOn(): Promise<boolean> {
    const answer = await this.channel.ask("train", { steps: STEPS_PER_FRAME });
    if (!this.loop.playing) return false; // another formula has been applied meanwhile
    this.take(answer);
    return !answer.head.done;
  }

  private stop(): void {
    this.wanted = false;
    this.loop.pause();
  }

  private label(): void {
    const start = this.frame?.head.done ? "Train again" : "Train";
    setText(this.train.firstElementChild!, this.loop.playing ? "Stop" : start);
  }

  private take(frame: { head: Models; arrays: Float32Array[] }): void {
    this.frame = frame;
    this.label();
    setText(this.place, `Step ${whole(frame.head.step)}`);
    this.drawModels();
    Object.assign(this.shell.root.dataset, { step: frame.head.step, done: String(frame.head.done) });
  }

  private drawCurve(): void {
    const { reading, task, shell } = this;
    if (!reading || !task) return;
    const [xs, ...curves] = reading.arrays;
    const highest = Math.max(...curves.flatMap((values) => [...values].filter(Number.isFinite)));
    const top = Math.min(6, highest || 1);
    const x = task.classes ? ([0, 1] as const) : ([-3, 3] as const);
    const label = task.classes ? "prediction p; solid: t = 0, dashed: t = 1" : "prediction p, for t = 0";
    const lines = curves.map((ys, i) => ({ xs: xs!, ys, ink: inkOf(0, shell.theme), dash: i === 0 ? "" : "8 4" }));
    this.curve.draw({ x, y: [0, top], xLabel: label, yLabel: "loss" }, lines);
  }

  private drawModels(): void {
    const { frame, task, shell } = this;
    if (!frame || !task) return;
    const [x, y, places, own, usual] = frame.arrays as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
    const dots = Array.from(x, (at, i) => {
      const one = task.classes && y[i]! > 0.5;
      return { x: at, y: y[i]!, ink: `var(--gn-${one ? "class-1" : task.classes ? "class-0" : "quiet"})`, square: one, radius: 3 };
    });
    const low = Math.min(0, ...y);
    const high = Math.max(...y);
    const room = 0.06 * (high - low);
    const lines = [usual, own].map((ys, i) => ({ xs: places, ys, ink: inkOf(1 - i, shell.theme), dash: dashOf(1 - i) }));
    const axes = { x: [places[0]!, places.at(-1)!], y: [low - room, high + room] } as const;
    this.data.draw({ ...axes, xLabel: "x", yLabel: task.classes ? "probability of class 1" : "y" }, lines, dots);
    const names = Object.keys(frame.head.models[0]!.scores);
    const head = ["model trained with", ...names].map((text) => make("th", { scope: "col" }, text));
    const rows = frame.head.models.map(({ name, scores }, i) =>
      make(
        "tr",
        {},
        make("td", {}, swatch(inkOf(i, shell.theme), dashOf(i)), name),
        ...names.map((key) => make("td", {}, String(scores[key]))),
      ),
    );
    this.scores.replaceChildren(make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)));
  }
}
