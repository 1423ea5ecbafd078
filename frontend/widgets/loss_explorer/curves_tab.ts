// Losses of one example, and their slopes, against the prediction.
import { select, slider } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Plot, type Line } from "../../dom/plot.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Channel } from "../../lib/channel.ts";
import type { Theme } from "../../lib/colors.ts";
import { decimal, short } from "../../lib/numbers.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import type { CurvesView, Family, Wire } from "../../wire/loss_explorer.ts";

const FIRST: Record<string, string[]> = {
  values: ["mean_squared_error", "mean_absolute_error", "huber"],
  probability: ["binary_cross_entropy", "mean_squared_error"],
  score: ["sigmoid_cross_entropy", "squared_after_sigmoid", "hinge"],
};
const TOP = { values: 5, probability: 5, score: 5 } as Record<string, number>;
const SLOPES = { values: 4, probability: 10, score: 1.25 } as Record<string, number>;

export class CurvesTab {
  readonly panel = make("div", {});
  private families: Family[] = [];
  private family: Family | null = null;
  private chosen: string[] = [];
  private truth = 1;
  private at = -0.5;
  private delta = 1;
  private answer: { head: CurvesView; arrays: Float32Array[] } | null = null;
  private readonly losses = new Plot("Loss of one example against the prediction", 270, () => this.draw());
  private readonly slopes = new Plot("Slope of the loss against the prediction", 270, () => this.draw());
  private readonly boxes = make("fieldset", {});
  private readonly knobs = make("div", { class: "gn-row" });
  private readonly body = make("tbody", {});
  private readonly where = make("th", { scope: "col" });
  private readonly probe = this.losses.addHandle({
    name: "probe",
    at: [-0.5, 0],
    words: (x) => `Prediction ${short(x)}`,
    constrain: (x) => [x, 0],
    onMove: (x) => {
      this.at = x;
      this.ask();
    },
  });

  constructor(
    private readonly channel: Channel<Wire>,
    private theme: Theme,
    first: string,
  ) {
    channel.request("families", {}, ({ head }) => {
      this.families = head.families;
      this.choose(first);
    });
  }

  retheme(theme: Theme): void {
    this.theme = theme;
    this.draw();
  }

  close(): void {
    this.losses.close();
    this.slopes.close();
  }

  private choose(name: string): void {
    const family = this.families.find((one) => one.name === name)!;
    this.family = family;
    this.chosen = FIRST[name]!;
    this.truth = name === "values" ? 0.5 : 1;
    this.at = name === "values" ? -1 : name === "probability" ? 0.2 : -1.5;
    if (!this.panel.firstChild) this.build();
    const box = ({ name: loss, label }: { name: string; label: string }): HTMLElement => {
      const input = make("input", { type: "checkbox", name: loss, onchange: () => this.toggle(loss, input.checked) });
      input.checked = this.chosen.includes(loss);
      return make("label", { class: "gn-check" }, input, label);
    };
    this.boxes.replaceChildren(...family.losses.map(box));
    this.knobs.replaceChildren(...this.makeKnobs(family));
    this.ask();
  }

  private build(): void {
    const kinds = select({
      label: "Prediction",
      help: "Losses for values, for probabilities or for scores",
      name: "family",
      options: [
        { value: "values", label: "a value" },
        { value: "probability", label: "a probability" },
        { value: "score", label: "a score" },
      ],
      onInput: (name) => this.choose(name),
    });
    kinds.show(this.family!.name);
    this.boxes.setAttribute("aria-label", "Losses to show");
    const head = make("tr", {}, make("th", { scope: "col" }, "loss"), this.where, make("th", { scope: "col" }, "slope"));
    const table = make("table", {}, make("thead", {}, head), this.body);
    this.panel.append(
      make("div", { class: "gn-row" }, kinds.element, this.knobs),
      this.boxes,
      make("div", { class: "gn-columns" }, this.losses.element, this.slopes.element),
      make("p", { class: "gn-note" }, "Drag the dot in the left plot, or move it with the arrow keys, to change the prediction."),
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, table),
    );
  }

  private makeKnobs(family: Family): HTMLElement[] {
    const classes = family.name !== "values";
    const truth = slider({
      label: classes ? "True class" : "Target",
      help: "The true value",
      name: "truth",
      min: family.truths[0],
      max: family.truths[1],
      step: classes ? 1 : 0.1,
      format: short,
      onInput: (value) => this.set({ truth: value }),
    });
    truth.show(this.truth);
    if (classes) return [truth.element];
    const delta = slider({
      label: "Huber's δ",
      help: "The error beyond which Huber's loss grows linearly",
      name: "delta",
      min: 0.1,
      max: 3,
      step: 0.1,
      format: short,
      onInput: (value) => this.set({ delta: value }),
    });
    delta.show(this.delta);
    return [truth.element, delta.element];
  }

  private set(change: Partial<{ truth: number; delta: number }>): void {
    Object.assign(this, change);
    this.ask();
  }

  private toggle(loss: string, on: boolean): void {
    const names = this.family!.losses.map(({ name }) => name);
    this.chosen = names.filter((name) => (name === loss ? on : this.chosen.includes(name)));
    this.ask();
  }

  private ask(): void {
    const { family, chosen: losses, truth, at, delta } = this;
    this.channel.request("curves", { family: family!.name, losses, truth, at, delta }, (answer) => {
      this.answer = answer;
      this.draw();
    });
  }

  private draw(): void {
    const { answer, family, theme } = this;
    if (!answer || !family) return;
    const names = family.losses.map(({ name }) => name);
    const inks = answer.head.losses.map(({ name }) => [inkOf(names.indexOf(name), theme), dashOf(names.indexOf(name))] as const);
    const xs = answer.arrays[0]!;
    const lines = (from: number): Line[] =>
      inks.map(([ink, dash], i) => ({ xs, ys: answer.arrays[from + 2 * i]!, ink, dash }));
    const markers = { xs: [answer.head.at, answer.head.at], ink: "var(--gn-accent)", thin: true };
    const [top, slope] = [TOP[family.name]!, SLOPES[family.name]!];
    const truth = { xs: [answer.head.truth, answer.head.truth], ink: "var(--gn-quiet)", dash: "1 4", thin: true };
    const axes = { x: family.range, xLabel: family.prediction };
    const classes = family.name !== "values";
    const marks = (low: number, high: number): Line[] => [
      { ...markers, ys: [low, high] },
      ...(classes ? [] : [{ ...truth, ys: [low, high] }]),
    ];
    this.probe.at = [answer.head.at, 0];
    this.losses.draw({ ...axes, y: [0, top], yLabel: "loss" }, [...marks(0, top), ...lines(1)]);
    this.slopes.draw({ ...axes, y: [-slope, slope], yLabel: "slope of the loss" }, [...marks(-slope, slope), ...lines(2)]);
    setText(this.where, `loss at prediction ${decimal(answer.head.at, 2)}`);
    this.body.replaceChildren(
      ...answer.head.losses.map(({ label, loss, slope }, i) =>
        make(
          "tr",
          {},
          make("td", {}, swatch(...inks[i]!), label),
          make("td", {}, decimal(loss ?? Infinity)),
          make("td", {}, decimal(slope ?? NaN)),
        ),
      ),
    );
    const root = this.panel.closest<HTMLElement>(".gn-root");
    if (root) Object.assign(root.dataset, { ready: "true", at: answer.head.at, loss: answer.head.losses[0]?.loss ?? "" });
  }
}
