// Two plots, functions and derivatives, and a table of what they are at the point.
import { button, select, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Plot, type Line } from "../../dom/plot.ts";
import type { Shell } from "../../dom/shell.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Channel } from "../../lib/channel.ts";
import type { Theme } from "../../lib/colors.ts";
import { decimal, short } from "../../lib/numbers.ts";
import { PlayLoop } from "../../lib/play.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import type { CurvesView, FunctionAt, FunctionsView, Wire } from "../../wire/activation_explorer.ts";

const SWEEP_MS = 4000;
const HEADINGS = ["function", "g(z)", "slope g′(z)", "range", "saturates", "mean output", "zeros"];

export class ActivationExplorer {
  private known: FunctionsView | null = null;
  private chosen: string[] = [];
  private z = 0;
  private reach = 5;
  private leaky = 0.01;
  private elu = 1;
  private from = 0; // when the sweep began, and
  private started = 0; // the z it began at
  private answer: { head: CurvesView; arrays: Float32Array[] } | null = null;
  private readonly values = new Plot("Activations g(z) against z", 260, () => this.draw());
  private readonly slopes = new Plot("Derivatives g′(z) against z", 260, () => this.draw());
  private readonly boxes = make("fieldset", { "aria-label": "Functions to show" });
  private readonly body = make("tbody", {});
  private readonly alphas = make("div", { class: "gn-row" });
  private zKnob: Control<number> | null = null;
  private readonly sweep = button({
    name: "sweep",
    label: "Move z",
    help: "Move the point from the left end to the right end",
    text: "Move z",
    class: "gn-button gn-main",
    onClick: () => this.loop.toggle(),
  });
  private readonly loop = new PlayLoop({
    turn: (now) => this.turn(now),
    changed: () => this.label(),
    failed: (error) => this.shell.showError(error.message),
  });
  private readonly probe = this.values.addHandle({
    name: "probe",
    at: [0, 0],
    words: (x) => `z = ${short(x)}`,
    constrain: (x) => [x, 0],
    onMove: (x) => this.moveTo(x),
  });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    channel.request("functions", {}, ({ head }) => this.build(head));
  }

  retheme(_theme: Theme): void {
    this.draw();
  }

  close(): void {
    this.loop.pause();
    this.values.close();
    this.slopes.close();
  }

  private build(known: FunctionsView): void {
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
      onInput: (value) => this.moveTo(value),
    });
    const reach = select({
      label: "Show z",
      help: "How far the axis goes",
      name: "reach",
      options: [...new Set([2, 5, 8, 12, this.reach])].sort((a, b) => a - b).map((value) => ({ value: String(value), label: `from −${value} to ${value}` })),
      onInput: (value) => this.set({ reach: Number(value), z: Math.max(-Number(value), Math.min(Number(value), this.z)) }),
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
        `Up to ${known.most} functions. Drag the dot on the left, or move it with the arrow keys. Mean output and zeros are measured on 4,000 z drawn from the standard normal distribution.`,
      ),
    );
    this.fill();
    this.ask();
  }

  private fill(): void {
    const { functions, most } = this.known!;
    const full = this.chosen.length >= most;
    const box = ({ name, label }: { name: string; label: string }): HTMLElement => {
      const input = make("input", { type: "checkbox", name, onchange: () => this.toggle(name, input) });
      input.checked = this.chosen.includes(name);
      input.disabled = (full && !input.checked) || (this.chosen.length === 1 && input.checked);
      return make("label", { class: "gn-check" }, input, label);
    };
    const focused = (this.boxes.querySelector(":focus") as HTMLInputElement | null)?.name;
    this.boxes.replaceChildren(...functions.map(box));
    if (focused) this.boxes.querySelector<HTMLInputElement>(`[name="${focused}"]`)?.focus();
    this.alphas.replaceChildren(...this.makeAlphas());
  }

  private makeAlphas(): HTMLElement[] {
    const knob = (name: "leaky" | "elu", label: string, help: string, min: number, max: number, step: number): HTMLElement => {
      const made = slider({ label, help, name, min, max, step, format: short, onInput: (value) => this.set({ [name]: value }) });
      made.show(this[name]);
      return made.element;
    };
    return [
      ...(this.chosen.includes("leaky_relu") ? [knob("leaky", "α of leaky ReLU", "Its slope to the left of 0", 0, 0.5, 0.01)] : []),
      ...(this.chosen.includes("elu") ? [knob("elu", "α of ELU", "It levels off at −α", 0.1, 2, 0.1)] : []),
    ];
  }

  private toggle(name: string, input: HTMLInputElement): void {
    this.chosen = input.checked ? [...this.chosen, name] : this.chosen.filter((one) => one !== name);
    this.fill();
    this.ask();
  }

  private set(change: Partial<{ reach: number; z: number; leaky: number; elu: number }>): void {
    Object.assign(this, change);
    this.ask();
  }

  private moveTo(z: number): void {
    this.loop.pause();
    this.set({ z: Math.max(-this.reach, Math.min(this.reach, z)) });
  }

  private async turn(now: number): Promise<boolean> {
    if (this.from === 0) [this.from, this.started] = [now, this.z >= this.reach ? -this.reach : this.z];
    const z = this.started + ((now - this.from) / SWEEP_MS) * 2 * this.reach;
    this.z = Math.min(this.reach, z);
    this.take(await this.channel.ask("curves", this.request()));
    return this.z < this.reach;
  }

  private label(): void {
    this.from = 0;
    setText(this.sweep.firstElementChild!, this.loop.playing ? "Stop" : "Move z");
  }

  private request(): Wire["curves"]["request"] {
    const { chosen: functions, z, reach, leaky, elu } = this;
    return { functions, z, reach, leaky, elu };
  }

  private ask(): void {
    this.channel.request("curves", this.request(), (answer) => this.take(answer));
  }

  private take(answer: { head: CurvesView; arrays: Float32Array[] }): void {
    this.answer = answer;
    this.zKnob?.show(Math.round(answer.head.z * 100) / 100);
    this.draw();
  }

  private draw(): void {
    const { answer, shell } = this;
    if (!answer) return;
    const { functions, reach, z } = answer.head;
    const inks = functions.map((_, i) => [inkOf(i, shell.theme), dashOf(i)] as const);
    const lines = (first: number): Line[] =>
      inks.map(([ink, dash], i) => ({ xs: answer.arrays[0]!, ys: answer.arrays[first + 2 * i]!, ink, dash }));
    const dots = (key: "value" | "slope"): { x: number; y: number; ink: string }[] =>
      functions.map((row, i) => ({ x: z, y: row[key], ink: inks[i]![0] }));
    const marker = (low: number, high: number): Line => ({ xs: [z, z], ys: [low, high], ink: "var(--gn-accent)", thin: true });
    const heights = heightsOf(answer, 1);
    const steepness = heightsOf(answer, 2);
    this.probe.at = [z, 0];
    const axes = { x: [-reach, reach] as const, xLabel: "z" };
    this.values.draw({ ...axes, y: heights, yLabel: "g(z)" }, [marker(...heights), ...lines(1)], dots("value"));
    this.slopes.draw({ ...axes, y: steepness, yLabel: "slope g′(z)" }, [marker(...steepness), ...lines(2)], dots("slope"));
    this.body.replaceChildren(...functions.map((row, i) => makeRow(row, inks[i]!)));
    Object.assign(shell.root.dataset, { ready: "true", z: z.toFixed(2), shown: functions.map(({ name }) => name).join(" ") });
  }
}

/** The lowest and highest number drawn, with some room, and always from below 0 to above 1. */
function heightsOf(answer: { arrays: Float32Array[] }, first: number): [number, number] {
  const all = answer.arrays.flatMap((values, i) => (i >= first && (i - first) % 2 === 0 ? [...values] : []));
  const [low, high] = [Math.min(-0.2, ...all), Math.max(1.1, ...all)];
  const room = 0.05 * (high - low);
  return [low - room, high + room];
}

function makeRow(row: FunctionAt, [ink, dash]: readonly [string, string]): HTMLElement {
  const { label, value, slope, lowest, highest, saturates, mean, zeros } = row;
  const range = `${lowest === null ? "−∞" : decimal(lowest, 2)} to ${highest === null ? "∞" : decimal(highest, 2)}`;
  const cells = [decimal(value, 4), decimal(slope, 4), range, saturates, decimal(mean, 2), `${Math.round(100 * zeros)} %`];
  return make("tr", {}, make("td", {}, swatch(ink, dash), label), ...cells.map((text) => make("td", {}, text)));
}
