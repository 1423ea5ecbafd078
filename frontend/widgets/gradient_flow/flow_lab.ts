// A deep network: its settings, the size of signals and gradients in each layer, and what remedies do.
import { button, select, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Plot, type Line } from "../../dom/plot.ts";
import type { Shell } from "../../dom/shell.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import { decimal, percent, short, whole } from "../../lib/numbers.ts";
import { PlayLoop } from "../../lib/play.ts";
import { fromLogSlider, toLogSlider } from "../../lib/scales.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import type { Effects, Flow, FlowSettings, Opening, Wire } from "../../wire/gradient_flow.ts";
import { Remedies } from "./remedies.ts";

const RATES = [0.0001, 10] as const;
const LIMITS = [0.001, 100] as const;
const [LOWEST, HIGHEST] = [1e-36, 1e36];
const VERDICTS: Record<string, string> = {
  vanish: "Before the first update: the gradient vanishes on its way to the first layer.",
  explode: "Before the first update: the gradient explodes on its way to the first layer.",
  arrive: "Before the first update: the gradient arrives at the first layer.",
};

export class FlowLab {
  private opening: Opening | null = null;
  /** What the controls say, and the remedies that are switched on besides. */
  private base: FlowSettings | null = null;
  private on = new Set<string>();
  private shown: Answer<Flow> | null = null;
  private effects: Effects | null = null;
  private place = 0;
  private remedies: Remedies | null = null;
  private readonly controls: { show: (settings: FlowSettings) => void }[] = [];
  private readonly words = make("p", { role: "status" });
  private readonly stopped = make("p", { class: "gn-stopped", role: "alert" });
  private readonly signals = new Plot("The size of the signal in every hidden layer", 240, () => this.draw());
  private readonly gradients = new Plot("The size of the gradient in every hidden layer", 240, () => this.draw());
  private readonly losses = new Plot("The loss of a batch against updates", 150, () => this.draw());
  private readonly key = make("div", { class: "gn-key" });
  private readonly train = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => this.loop.toggle() });
  private readonly loop: PlayLoop = new PlayLoop({ turn: () => this.trainOn(), changed: () => this.label(), failed: (error) => this.shell.showError(error.message) });
  private readonly time = slider({
    label: "Update",
    help: "Which measurement is shown",
    name: "update",
    min: 0,
    max: 20,
    step: 1,
    format: (place) => whole(this.shown?.head.frames[place]?.step ?? 5 * place),
    onInput: (place) => {
      this.loop.pause();
      this.place = Math.min(place, this.shown!.head.frames.length - 1);
      this.draw();
    },
  });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    channel.request("open", {}, ({ head }) => this.build(head));
  }

  retheme(): void {
    this.draw();
  }

  close(): void {
    this.loop.pause();
    this.remedies?.stop();
    for (const plot of [this.signals, this.gradients, this.losses]) plot.close();
  }

  private build(opening: Opening): void {
    this.opening = opening;
    this.base = opening.settings;
    const { depth: layers, activation } = opening.settings;
    const units = opening.activations.find(({ name }) => name === activation)!.label;
    this.shell.root.setAttribute("aria-label", `Gradient-flow lab: ${layers} layers, ${units}`); // a page may have several
    this.remedies = new Remedies({ remedies: opening.remedies, measure: () => this.measure(), toggle: (name, on) => this.toggle(name, on), failed: (error) => this.shell.showError(error.message) });
    const depth = this.knob("Hidden layers", "depth", "How many, of 32 units each", { min: 1, max: 50, step: 1, format: whole });
    const rate = this.knob("Learning rate", "learning_rate", "Of plain gradient descent", { ...logarithmic(RATES), format: short });
    const limit = this.knob("Limit of the clipping", "limit", "Largest gradient, or largest norm", { ...logarithmic(LIMITS), format: short });
    const seed = this.knob("Weights and batches", "seed", "Another draw of both", { min: 0, max: 9, step: 1, format: (value) => whole(value + 1) });
    const skip = make("input", { type: "checkbox", name: "skip", onchange: () => this.change({ skip: skip.checked }) });
    this.controls.push({ show: (settings) => (skip.checked = settings.skip) });
    this.time.element.classList.add("gn-time");
    this.shell.root.append(
      make("div", { class: "gn-row" }, this.train, this.time.element),
      this.words,
      this.stopped,
      make("div", { class: "gn-columns" }, this.signals.element, this.gradients.element),
      this.key,
      make("div", { class: "gn-row" }, depth, this.choice("Activation", "activation", opening.activations), this.choice("First weights", "initializer", opening.initializers)),
      make("div", { class: "gn-row" }, this.choice("Normalisation", "normalization", opening.normalizations), this.choice("Clipping of gradients", "clipping", opening.clippings), make("label", { class: "gn-check" }, skip, "Skip connections")),
      make("div", { class: "gn-row" }, rate, limit, seed),
      this.losses.element,
      this.remedies.element,
    );
    this.ask();
  }

  private knob(label: string, name: keyof FlowSettings & string, help: string, scale: Pick<Parameters<typeof slider>[0], "min" | "max" | "step" | "format"> & Partial<Parameters<typeof slider>[0]>): HTMLElement {
    const control = slider({ label, help, name, ...scale, onInput: (value) => this.change({ [name]: value }) });
    this.controls.push({ show: (settings) => control.show(settings[name] as number) });
    return control.element;
  }

  private choice(label: string, name: keyof FlowSettings & string, options: Opening["activations"]): HTMLElement {
    const control: Control<string> = select({ label, help: label, name, options: options.map((one) => ({ value: one.name, label: one.label })), onInput: (value) => this.change({ [name]: value }) });
    this.controls.push({ show: (settings) => control.show(settings[name] as string) });
    return control.element;
  }

  /** A control was moved: what a remedy says about the same thing no longer counts. */
  private change(change: Partial<FlowSettings>): void {
    for (const { name, change: theirs } of this.opening!.remedies) {
      const clash = Object.keys(change).some((field) => field in theirs || (name === "rate" && field === "learning_rate"));
      if (clash) this.on.delete(name);
    }
    this.base = { ...this.base!, ...change };
    this.ask();
  }

  private toggle(name: string, on: boolean): void {
    const mine = this.changeOf(name);
    for (const other of this.opening!.remedies) if (Object.keys(this.changeOf(other.name)).some((field) => field in mine)) this.on.delete(other.name);
    if (on) this.on.add(name);
    this.ask();
  }

  private changeOf(name: string): Partial<FlowSettings> {
    if (name === "rate") return { learning_rate: Math.max(1e-5, Number((this.base!.learning_rate / 10).toPrecision(3))) };
    return this.opening!.remedies.find((one) => one.name === name)!.change as Partial<FlowSettings>;
  }

  private get wanted(): FlowSettings {
    return [...this.on].reduce((settings, name) => ({ ...settings, ...this.changeOf(name) }), this.base!);
  }

  private ask(): void {
    this.loop.pause();
    this.remedies!.stop();
    const settings = this.wanted;
    for (const control of this.controls) control.show(settings);
    this.channel.request("build", { settings }, (answer) => {
      this.take(answer);
      this.shell.showError("");
    });
  }

  private take(answer: Answer<Flow>): void {
    this.shown = answer;
    this.place = answer.head.frames.length - 1;
    this.label();
    this.draw();
  }

  private async trainOn(): Promise<boolean> {
    if (this.shown?.head.done) return false;
    const answer = await this.channel.ask("train", {});
    if (!this.loop.playing) return false; // other settings meanwhile
    this.take(answer);
    return !answer.head.done;
  }

  private async measure(): Promise<boolean> {
    const { head } = await this.channel.ask("measure", { settings: this.base! });
    this.effects = head;
    this.draw();
    return head.count < head.total;
  }

  private label(): void {
    const head = this.shown?.head;
    const text = this.loop.playing ? "Stop" : head?.stopped ? "Stopped: not a number" : head?.done ? "Trained" : (head?.frames.length ?? 1) > 1 ? "Continue" : "Train";
    setText(this.train.firstElementChild!, text);
    this.train.setAttribute("aria-label", text);
    this.train.title = text;
    this.train.setAttribute("aria-disabled", String(Boolean(head?.done) && !this.loop.playing));
  }

  private draw(): void {
    const { shown, shell, place } = this;
    if (!shown || !this.remedies) return;
    const { head, arrays } = shown;
    const frame = head.frames[place]!;
    this.time.show(place);
    const layers = arrays[0]!.length;
    this.drawSizes(this.signals, "signal, √mean a²", 0);
    this.drawSizes(this.gradients, "gradient, √mean g²", 1);
    this.key.replaceChildren(make("span", {}, swatch(inkOf(0, shell.theme), dashOf(0)), `at update ${whole(frame.step)}`), ...(frame.step > 0 ? [make("span", {}, swatch(inkOf(1, shell.theme), dashOf(1)), "before the first update")] : []), make("span", {}, "g: gradient of one sample's loss at the layer's output"));
    const steps = head.frames.map(({ step }) => step);
    const values = head.frames.map(({ loss }) => loss ?? NaN);
    const finite = values.filter(Number.isFinite);
    const top = Math.min(1e6, Math.max(3, ...finite));
    this.losses.draw({ x: [0, head.steps], y: [0, 1.05 * top], xLabel: "update", yLabel: "loss" }, [{ xs: steps, ys: values, ink: inkOf(0, shell.theme) }], [{ x: frame.step, y: values[place]!, ink: inkOf(0, shell.theme), radius: 5 }].filter(({ y }) => Number.isFinite(y) && y <= top));
    const gradients = arrays[1]!;
    const accuracy = head.accuracy === null ? "" : ` Accuracy after ${whole(steps.at(-1)!)} updates: ${percent(head.accuracy)}.`;
    setText(this.words, `${VERDICTS[head.verdict]} There it is ${decimal(gradients[0]!, 3)}, at the last hidden layer ${decimal(gradients[layers - 1]!, 3)}.${accuracy}`);
    setText(this.stopped, head.stopped);
    const same = this.effects && JSON.stringify(this.effects.settings) === JSON.stringify(sorted(this.base!, this.effects.settings));
    this.remedies.show(this.on, same ? this.effects : null);
    Object.assign(shell.root.dataset, {
      ready: "true",
      depth: head.settings.depth,
      activation: head.settings.activation,
      initializer: head.settings.initializer,
      normalization: head.settings.normalization,
      clipping: head.settings.clipping,
      skip: String(head.settings.skip),
      step: steps.at(-1),
      shownStep: frame.step,
      verdict: head.verdict,
      accuracy: head.accuracy === null ? "none" : head.accuracy.toFixed(3),
      stopped: String(head.stopped !== ""),
      on: [...this.on].join(" "),
      measured: same ? this.effects!.count : 0,
    });
  }

  private drawSizes(plot: Plot, label: string, row: number): void {
    const { arrays } = this.shown!;
    const layers = Array.from(arrays[0]!, (_, i) => i + 1);
    const sizes = (frame: number): number[] => Array.from(arrays[2 * frame + row]!, (size) => (size > 0 ? Math.min(size, HIGHEST) : NaN));
    const [now, first] = [sizes(this.place), sizes(0)];
    const all = [...now, ...first].filter((size) => size >= LOWEST);
    const [low, high] = [Math.min(0.1, ...all) / 2, Math.max(1, ...all) * 2];
    const look = (i: number): Pick<Line, "ink" | "dash"> => ({ ink: inkOf(i, this.shell.theme), dash: dashOf(i) });
    const lines: Line[] = [{ xs: layers, ys: first, ...look(1) }, { xs: layers, ys: now, ...look(0) }];
    const dots = layers.length > 1 ? [] : [{ x: 1, y: now[0]!, ink: inkOf(0, this.shell.theme) }];
    plot.draw({ x: [1, Math.max(2, layers.length)], y: [low, high], xLabel: "hidden layer", yLabel: label, log: true }, lines, dots);
  }
}

function logarithmic(ends: readonly [number, number]): Pick<Parameters<typeof slider>[0], "min" | "max" | "step" | "toValue" | "toPosition"> {
  return { min: 0, max: 1, step: 0.01, toValue: (place) => fromLogSlider(place, ...ends), toPosition: (value) => toLogSlider(value, ...ends) };
}

/** Settings in the order of others, so that both can be compared as text. */
function sorted(settings: FlowSettings, like: FlowSettings): FlowSettings {
  return Object.fromEntries(Object.keys(like).map((name) => [name, settings[name as keyof FlowSettings]])) as unknown as FlowSettings;
}
