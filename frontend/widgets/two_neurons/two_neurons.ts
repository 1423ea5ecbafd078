// A signal that passes through a nerve cell and an artificial neuron at once; inputs and weights are the reader's.
import { button, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Channel } from "../../lib/channel.ts";
import { short } from "../../lib/numbers.ts";
import { PlayLoop } from "../../lib/play.ts";
import type { NeuronView, Wire } from "../../wire/two_neurons.ts";
import { model, nerveCell, written } from "./drawings.ts";
import { PARTS } from "./parts.ts";

/** How long a signal stays in each part. */
const STAY_MS = 900;
const MOST = 5;

export class TwoNeurons {
  private view: NeuronView | null = null;
  /** How far the signal has come: 0 before the first part, 4 after the last. */
  private reached = 0;
  private began: number | null = null;
  private pinned = "";
  private pointed = "";
  private boxes: HTMLInputElement[] = [];
  private knobs: Control<number>[] = [];
  private readonly cell = make("div", { class: "gn-drawing" });
  private readonly model = make("div", { class: "gn-drawing" });
  private readonly words = make("p", { class: "gn-said", role: "status" });
  private readonly sum = make("p", { class: "gn-sum" });
  private readonly send = button({ name: "send", label: "Send the signals", text: "Send the signals", class: "gn-button gn-main", onClick: () => this.start() });
  private readonly pairs = PARTS.map(({ name, cell, model }) => button({ name, label: `${cell} ↔ ${model}`, text: `${cell} ↔ ${model}`, onClick: () => this.pin(name) }));
  private readonly loop = new PlayLoop({ turn: (now) => this.follow(now), changed: () => this.draw() });

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
  }

  private build(view: NeuronView): void {
    this.boxes = view.names.map((_, i) => make("input", { type: "checkbox", name: `input-${i + 1}`, onchange: () => this.decide() }));
    this.knobs = view.names.map((_, i) => this.knob(`weight-${i + 1}`, "weight", (value) => this.decide({ weight: this.view!.weight.map((old, j) => (i === j ? value : old)) })));
    const bias = this.knob("bias", "bias", (value) => this.decide({ bias: value }));
    const rows = view.names.map((name, i) => make("div", { class: "gn-input" }, make("label", { class: "gn-check" }, this.boxes[i]!, name), this.knobs[i]!.element));
    this.knobs.push(bias);
    for (const drawing of [this.cell, this.model]) {
      drawing.addEventListener("pointerover", (event) => this.point(partOf(event)));
      drawing.addEventListener("pointerleave", () => this.point(""));
      drawing.addEventListener("click", (event) => this.pin(partOf(event)));
    }
    const head = make("div", { class: "gn-row" }, this.send, this.words);
    const drawings = make("div", { class: "gn-columns" }, make("figure", {}, make("figcaption", { class: "gn-label" }, "A nerve cell"), this.cell), make("figure", {}, make("figcaption", { class: "gn-label" }, "An artificial neuron"), this.model));
    const inputs = make("div", { class: "gn-inputs" }, ...rows, make("div", { class: "gn-input" }, make("span", {}, "how keen you are anyway"), bias.element));
    this.shell.root.append(head, drawings, this.sum, make("div", { class: "gn-row", role: "group", "aria-label": "Parts that correspond" }, ...this.pairs), inputs);
    this.show(view);
  }

  private knob(name: string, label: string, onInput: (value: number) => void): Control<number> {
    return slider({ name, label, help: "Negative: speaks against it", min: -MOST, max: MOST, step: 0.5, format: short, onInput });
  }

  private decide(change: Partial<Pick<NeuronView, "weight" | "bias">> = {}): void {
    this.loop.pause();
    const { weight, bias } = { ...this.view!, ...change };
    this.channel.request("decide", { inputs: this.boxes.map(({ checked }) => Number(checked)), weight, bias }, ({ head }) => {
      this.reached = PARTS.length;
      this.show(head);
    });
  }

  private show(view: NeuronView): void {
    this.view = view;
    view.inputs.forEach((input, i) => (this.boxes[i]!.checked = input === 1));
    [...view.weight, view.bias].forEach((value, i) => this.knobs[i]!.show(value));
    this.draw();
  }

  private start(): void {
    this.pinned = "";
    [this.reached, this.began] = [0, null];
    this.loop.pause();
    this.loop.play();
  }

  private follow(now: number): boolean {
    this.began ??= now;
    const reached = Math.min(PARTS.length, 1 + Math.floor((now - this.began) / STAY_MS));
    if (reached !== this.reached) {
      this.reached = reached;
      this.draw();
    }
    return now - this.began < PARTS.length * STAY_MS && this.shell.root.isConnected;
  }

  private point(name: string): void {
    if (name === this.pointed) return;
    this.pointed = name;
    this.light();
  }

  private pin(name: string): void {
    if (!name) return;
    this.loop.pause();
    this.pinned = this.pinned === name ? "" : name;
    this.draw();
  }

  /** The part that is lit: where the signal is, what is pinned, or what is pointed at. */
  private get lit(): string {
    return this.loop.playing ? (PARTS[this.reached - 1]?.name ?? "") : this.pinned || this.pointed;
  }

  private light(): void {
    const { lit } = this;
    for (const group of this.shell.root.querySelectorAll<SVGGElement>("[data-part]")) group.classList.toggle("gn-on", group.dataset["part"] === lit);
    this.pairs.forEach((pair) => pair.setAttribute("aria-pressed", String(pair.name === lit)));
  }

  private draw(): void {
    const { view, reached } = this;
    if (!view) return;
    this.cell.replaceChildren(nerveCell(reached >= PARTS.length ? view.answer === 1 : null));
    this.model.replaceChildren(model(view, reached));
    this.light();
    setText(this.words, this.say(view));
    setText(this.sum, reached >= 3 ? `inputs × weights + bias: ${written(view)}` : "inputs × weights + bias: not yet added up");
    Object.assign(this.shell.root.dataset, { ready: "true", reached, lit: this.lit, z: view.z, answer: view.answer });
  }

  private say(view: NeuronView): string {
    const part = PARTS.find(({ name }) => name === this.lit);
    if (part) return part.words;
    if (this.reached < PARTS.length) return "Shall I go outside?";
    return `${short(view.z)} is ${view.answer ? "not below" : "below"} 0: ${view.answer ? view.yes : view.no}.`;
  }
}

function partOf(event: Event): string {
  return (event.target as Element).closest<SVGGElement>("[data-part]")?.dataset["part"] ?? "";
}
