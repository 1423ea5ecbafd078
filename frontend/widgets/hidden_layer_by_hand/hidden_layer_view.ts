// Two lines in the plane of the inputs, and beside them what the output neuron sees: only the answers of both lines.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { LineHandles, tintSides } from "../../dom/line_handles.ts";
import { Plot, type Axes, type Dot } from "../../dom/plot.ts";
import type { Shell } from "../../dom/shell.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Channel } from "../../lib/channel.ts";
import { cornersOf, cut, type Box, type LineOf, type Point } from "../../lib/half_plane.ts";
import { short } from "../../lib/numbers.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import type { NetworkView, Neuron, Wire } from "../../wire/hidden_layer_by_hand.ts";

const BOX: Box = { x: [-0.5, 1.5], y: [-0.5, 1.5] };
const HEIGHT = 320;
const NAMES = ["A", "B"] as const;
/** Colours of the two lines, away from those of the two classes. */
const SERIES = [2, 3] as const;
/** Points that land on the same spot stand side by side. */
const BESIDE = 0.09;

export class HiddenLayerView {
  private view: NetworkView | null = null;
  private hidden: [LineOf, LineOf] = [
    { weight: [0, 0], bias: 0 },
    { weight: [0, 0], bias: 0 },
  ];
  private output: LineOf = { weight: [0, 0], bias: 0 };
  private readonly inputs = new Plot("The four points and the lines of both hidden neurons", HEIGHT, () => this.draw());
  private readonly inside = new Plot("The four points as the output neuron sees them, and its line", HEIGHT, () => this.draw());
  private readonly lines = NAMES.map((name, i) => new LineHandles(this.inputs, { name: `hidden-${i + 1}`, label: `line ${name}`, ink: `var(--gn-series-${SERIES[i]! + 1})`, dash: dashOf(i), onChange: (line) => this.change(i, line) }));
  private readonly last = new LineHandles(this.inside, { name: "output", label: "the output's line", ink: "var(--gn-ink)", onChange: (line) => this.set(line) });
  private readonly learn = button({ name: "learn", label: "Let the output neuron learn", text: "Let the output neuron learn", class: "gn-button gn-main", onClick: () => this.ask("learn") });
  private readonly again = button({ name: "again", label: "Start again", text: "Start again", onClick: () => this.open() });
  private readonly count = make("p", { class: "gn-count", role: "status" });
  private readonly words = make("p", { role: "status" });
  private readonly keys = [make("div", { class: "gn-key" }), make("div", { class: "gn-key" })] as const;

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    const figure = (words: string, plot: Plot, key: HTMLElement): HTMLElement => make("figure", {}, make("figcaption", { class: "gn-label" }, words), plot.element, key);
    shell.root.append(
      make("div", { class: "gn-row" }, this.learn, this.again, this.count),
      make("div", { class: "gn-columns" }, figure("The inputs: drag lines A and B", this.inputs, this.keys[0]), figure("What the output neuron sees: what A and B say", this.inside, this.keys[1])),
      this.words,
    );
    this.open();
  }

  retheme(): void {
    this.draw();
  }

  close(): void {
    this.inputs.close();
    this.inside.close();
  }

  private open(): void {
    this.channel.request("open", {}, ({ head }) => this.take(head));
  }

  private change(which: number, line: LineOf): void {
    this.hidden[which] = line;
    this.ask("judge");
    this.draw();
  }

  private set(line: LineOf): void {
    this.output = line;
    this.ask("judge");
    this.draw();
  }

  private ask(kind: "judge" | "learn"): void {
    const request = { hidden: this.hidden.map(asNeuron), output: asNeuron(this.output) };
    this.channel.request(kind, request, ({ head }) => this.take(head));
  }

  private take(view: NetworkView): void {
    this.view = view;
    this.hidden = [view.hidden[0]!, view.hidden[1]!];
    this.output = view.output;
    this.draw();
  }

  private draw(): void {
    const { view, shell } = this;
    if (!view || this.inputs.width === 0 || this.inside.width === 0) return;
    this.drawInputs(view);
    this.drawInside(view);
    setText(this.count, `${view.right} of ${view.points.length} right`);
    setText(this.words, wordsOf(view));
    const inks = SERIES.map((place) => inkOf(place, shell.theme));
    this.keys[0].replaceChildren(...NAMES.map((name, i) => make("span", {}, swatch(inks[i]!, dashOf(i)), `line ${name}`)), make("span", {}, "■ 1"), make("span", {}, "● 0"));
    this.keys[1].replaceChildren(make("span", {}, "blue: the network says 1"), make("span", {}, "orange: 0"));
    const lines = [...view.hidden, view.output].map(({ weight, bias }) => [...weight, bias].map(short).join(" "));
    Object.assign(shell.root.dataset, { ready: "true", right: view.right, corrections: view.corrections, stuck: view.stuck, places: view.places.map((place) => place.join("")).join(" "), lines: lines.join(" | ") });
  }

  private drawInputs(view: NetworkView): void {
    const axes: Axes = { ...BOX, xLabel: "x₁", yLabel: "x₂", equal: true };
    this.inputs.setAxes(axes);
    this.lines.forEach((line, i) => line.set(this.hidden[i]!, BOX));
    this.inputs.draw(axes, this.lines.flatMap((line) => line.drawn), dotsAt(view, view.points));
    const parts = ([1, -1] as const).flatMap((a) => ([1, -1] as const).map((b) => ({ shape: cut(cut(cornersOf(BOX), this.hidden[0], a), this.hidden[1], b), yes: view.corners[(a > 0 ? 2 : 0) + (b > 0 ? 1 : 0)] === 1 })));
    tintSides(this.inputs, BOX, parts, this.shell.theme);
  }

  private drawInside(view: NetworkView): void {
    const axes: Axes = { ...BOX, xLabel: "what A says", yLabel: "what B says", equal: true };
    this.inside.setAxes(axes);
    this.last.set(this.output, BOX);
    this.inside.draw(axes, this.last.drawn, dotsAt(view, spread(view.places)));
    const all = cornersOf(BOX);
    tintSides(this.inside, BOX, [{ shape: cut(all, this.output), yes: true }, { shape: cut(all, this.output, -1), yes: false }], this.shell.theme);
  }
}

function asNeuron({ weight, bias }: LineOf): Neuron {
  return { weight: [...weight], bias };
}

function dotsAt({ targets, answers }: NetworkView, places: readonly Point[]): Dot[] {
  return places.flatMap(([x, y], i) => {
    const dot: Dot = { x, y, ink: targets[i] ? "var(--gn-class-1)" : "var(--gn-class-0)", square: targets[i] === 1, radius: 6 };
    return answers[i] === targets[i] ? [dot] : [{ x, y, ink: "var(--gn-lit)", radius: 12 }, dot];
  });
}

function spread(places: readonly Point[]): Point[] {
  return places.map(([x, y], i) => {
    const before = places.slice(0, i).filter(([a, b]) => a === x && b === y).length;
    return [x + before * BESIDE, y] as const;
  });
}

function wordsOf(view: NetworkView): string {
  const clash = view.places.some(([x, y], i) => view.places.some(([a, b], j) => a === x && b === y && view.targets[i] !== view.targets[j]));
  if (view.right === view.points.length) return "All four are right: no single line can do this, two lines and a neuron that combines them can.";
  if (clash) return "A 0 and a 1 land on the same spot: whatever the output neuron learns, it can't tell them apart. Move line A or B.";
  if (view.stuck) return "The output neuron gives up: no line separates what it sees. Move line A or B.";
  return "Every 0 is apart from every 1 now. Let the output neuron learn.";
}
