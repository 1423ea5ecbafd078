// The formula, its derivative, and two networks: one with the formula as its activation, one with tanh.
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
import type { ExamplesView, Networks, Reading, Wire } from "../../wire/custom_activation.ts";

const STEPS_PER_FRAME = 2;
const HIGHEST = 6; // what is drawn of a formula that grows without end

export class CustomActivation {
  private steps = 1;
  private reading: { head: Reading; arrays: Float32Array[] } | null = null;
  private frame: { head: Networks; arrays: Float32Array[] } | null = null;
  private wanted = false; // Train was pressed before the networks were ready
  private readonly form = formulaForm("Activation for a sum z", () => this.read());
  private readonly formulas = formulaBox("The formula and its derivative");
  private readonly checks = make("tbody", {});
  private readonly scores = make("tbody", {});
  private readonly place = make("p", { class: "gn-note" });
  private readonly curve = new Plot("Your activation and its derivative against z", 250, () => this.drawCurve());
  private readonly losses = new Plot("The loss of both networks while they train", 250, () => this.drawLosses());
  private readonly train = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => this.toggle() });
  private readonly loop = new PlayLoop({ turn: () => this.trainOn(), changed: () => this.label(), failed: (error) => this.shell.showError(error.message) });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    shell.root.classList.add("gn-typed");
    channel.request("examples", {}, ({ head }) => this.build(head));
  }

  retheme(_theme: Theme): void {
    this.drawCurve();
    this.drawLosses();
  }

  close(): void {
    this.loop.pause();
    this.curve.close();
    this.losses.close();
  }

  private build({ examples, formula, steps }: ExamplesView): void {
    this.steps = steps;
    this.form.input.value = formula;
    const example = select({
      label: "Example",
      help: "Example formulas",
      name: "example",
      options: [
        ...examples.map((one) => ({ value: one.formula, label: one.label })),
        ...(examples.some((one) => one.formula === formula) ? [] : [{ value: formula, label: "the first one" }]),
      ],
      onInput: (chosen) => {
        this.form.input.value = chosen;
        this.read();
      },
    });
    example.show(formula);
    this.shell.root.append(
      make("div", { class: "gn-row" }, example.element),
      this.form.element,
      this.formulas,
      make("div", { class: "gn-row" }, this.train, this.place),
      make("div", { class: "gn-columns" }, this.curve.element, this.losses.element),
      scrolledTable(["network with", "loss", "correct"], this.scores),
      scrolledTable(["z", "g(z)", "slope, from the formula", "slope, by nudging z"], this.checks),
    );
    this.read();
  }

  private read(): void {
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

  private show({ mathml, slope_mathml, checks, slope }: Reading): void {
    const name = (text: string): string => `<mi>${text}</mi><mo stretchy="false">(</mo><mi>z</mi><mo stretchy="false">)</mo><mo>=</mo>`;
    this.formulas.replaceChildren(typeset(`${name("g")}${mathml}`), typeset(`${name("g′")}${slope_mathml}`));
    this.checks.replaceChildren(
      ...checks.map(({ z, value, found, seen, agrees }) => {
        const numbers = [value, found].map((one) => make("td", {}, decimal(one ?? NaN)));
        const last = make("td", { "data-agrees": String(agrees) }, decimal(seen ?? NaN));
        return make("tr", {}, make("td", {}, decimal(z, 1)), ...numbers, last);
      }),
    );
    Object.assign(this.shell.root.dataset, { ready: "true", slope });
    this.drawCurve();
  }

  private toggle(): void {
    if (this.loop.playing) return this.loop.pause();
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

  private label(): void {
    const start = this.frame?.head.done ? "Train again" : "Train";
    setText(this.train.firstElementChild!, this.loop.playing ? "Stop" : start);
  }

  private take(frame: { head: Networks; arrays: Float32Array[] }): void {
    this.frame = frame;
    this.label();
    setText(this.place, `Step ${whole(frame.head.step)} of ${whole(this.steps)}: two moons, two hidden layers of 8 units`);
    this.drawLosses();
    Object.assign(this.shell.root.dataset, { step: frame.head.step, done: String(frame.head.done) });
  }

  private drawCurve(): void {
    const { reading, shell } = this;
    if (!reading) return;
    const [z, ...curves] = reading.arrays;
    const finite = curves.flatMap((values) => [...values].filter(Number.isFinite));
    const [low, high] = [Math.max(-HIGHEST, Math.min(-0.2, ...finite)), Math.min(HIGHEST, Math.max(1.1, ...finite))];
    const lines = curves.map((ys, i) => ({ xs: z!, ys, ink: inkOf(i, shell.theme), dash: dashOf(i) }));
    this.curve.draw({ x: [z![0]!, z!.at(-1)!], y: [low, high], xLabel: "z; solid: g(z), dashed: its slope", yLabel: "g(z) and slope" }, lines);
  }

  private drawLosses(): void {
    const { frame, shell } = this;
    if (!frame) return;
    const xs = Float32Array.from({ length: this.steps }, (_, i) => i + 1);
    const highest = Math.max(0.8, ...frame.arrays.flatMap((values) => [...values].filter(Number.isFinite)));
    const lines = frame.arrays.map((ys, i) => ({ xs: xs.subarray(0, ys.length), ys, ink: inkOf(i, shell.theme), dash: dashOf(i) }));
    this.losses.draw({ x: [0, this.steps], y: [0, highest], xLabel: "step", yLabel: "loss" }, lines);
    this.scores.replaceChildren(
      ...frame.head.networks.map(({ name, loss, accuracy }, i) =>
        make(
          "tr",
          {},
          make("td", {}, swatch(inkOf(i, shell.theme), dashOf(i)), name),
          make("td", {}, decimal(loss)),
          make("td", {}, `${Math.round(1000 * accuracy) / 10} %`),
        ),
      ),
    );
  }
}
