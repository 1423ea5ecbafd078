// Points of two classes and a line: it is dragged, set by sliders, or corrected by one mistake after the other.
import { button, select, setEnabled, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { ExplanationPanel } from "../../dom/explanation.ts";
import { LineHandles, tintSides } from "../../dom/line_handles.ts";
import { Plot, type Axes, type Dot } from "../../dom/plot.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Channel } from "../../lib/channel.ts";
import { cornersOf, cut, type Box, type LineOf } from "../../lib/half_plane.ts";
import { short, whole } from "../../lib/numbers.ts";
import { PlayLoop } from "../../lib/play.ts";
import type { ExampleView, Judged, Learned, Opening, Wire } from "../../wire/perceptron_by_hand.ts";
import { correctionParts } from "./correction.ts";

const EVERY_MS = 350;
/** After so many corrections in a row, learning stops by itself. */
const MOST = 200;
const HEIGHT = 360;

interface Past {
  line: LineOf;
  begin: number;
}

export class PerceptronView {
  private view: ExampleView | null = null;
  private points: Float32Array = new Float32Array();
  private line: LineOf = { weight: [0, 0], bias: 0 };
  private judged: Pick<Judged, "wrong" | "right" | "points"> | null = null;
  /** The point that was corrected last, and the states before each correction. */
  private point: number | null = null;
  private past: Past[] = [];
  private begin = 0;
  private best = 0;
  private said = "";
  private asked: Past & { point: number } = { line: this.line, begin: 0, point: 0 };
  private knobs: Control<number>[] = [];
  private readonly plot = new Plot("Points of two classes, and the neuron's line", HEIGHT, () => this.draw());
  private readonly handles = new LineHandles(this.plot, { name: "line", label: "the line", ink: "var(--gn-ink)", onChange: (line) => this.set(line) });
  private readonly learn = button({ name: "learn", label: "Learn from one mistake", text: "Learn from one mistake", class: "gn-button gn-main", onClick: () => this.learnOnce() });
  private readonly keep = button({ name: "keep", label: "Keep learning", text: "Keep learning", onClick: () => this.loop.toggle() });
  private readonly undo = button({ name: "undo", label: "Undo correction", text: "Undo correction", onClick: () => this.takeBack() });
  private readonly again = button({ name: "again", label: "Start again", text: "Start again", onClick: () => this.choose(this.view!.example) });
  private readonly count = make("p", { class: "gn-count", role: "status" });
  private readonly words = make("p", { role: "status" });
  private readonly correction = make("div", { class: "gn-correction" });
  private readonly key = make("div", { class: "gn-key" });
  private readonly sliders = make("div", { class: "gn-side" });
  private readonly loop: PlayLoop = new PlayLoop({ turn: () => this.goOn(), changed: () => this.label(), failed: (error) => this.shell.showError(error.message) });
  private readonly why = new ExplanationPanel({
    ask: ({ reference, terms }) =>
      this.channel.request("explain", { ...this.of(this.asked.line), point: this.asked.point, reference, terms: terms ?? null }, ({ head }) => this.why.show(head.explanation)),
    tracks: () => [],
    digits: 3,
    code: () => "",
  });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    this.loop.everyMs = EVERY_MS;
    channel.request("open", {}, ({ head }) => this.build(head));
  }

  retheme(): void {
    this.draw();
  }

  close(): void {
    this.loop.pause();
    this.plot.close();
  }

  private build({ examples, example }: Opening): void {
    const options = examples.map(({ name, label }) => ({ value: name, label }));
    const kinds = select({ label: "Example", help: "What the neuron decides about", name: "example", options, onInput: (name) => this.choose(name) });
    kinds.show(example);
    this.shell.root.setAttribute("aria-label", `Perceptron by hand: ${examples.find(({ name }) => name === example)!.label}`); // a page may have several
    const figure = make("figure", {}, make("figcaption", { class: "gn-label" }, "Drag the circle to move the line, the square to turn it"), this.plot.element, this.key);
    this.shell.root.append(
      make("div", { class: "gn-row" }, this.learn, this.keep, this.undo, this.again, kinds.element),
      make("div", { class: "gn-columns" }, figure, make("div", { class: "gn-side" }, this.count, this.sliders, this.words, this.correction)),
      this.why.element,
    );
    this.choose(example);
  }

  private choose(example: string): void {
    this.loop.pause();
    this.channel.request("choose", { example }, ({ head, arrays }) => {
      [this.view, this.points] = [head, arrays[0]!];
      [this.point, this.past, this.begin, this.best, this.said] = [null, [], 0, 0, ""];
      this.makeSliders(head);
      this.correction.replaceChildren();
      this.why.clear();
      this.set({ weight: head.weight, bias: head.bias });
    });
  }

  private makeSliders({ reach }: ExampleView): void {
    const large = reach[1] - reach[0] > 5;
    const knob = (name: string, label: string, help: string, most: number, change: (value: number) => LineOf): Control<number> =>
      slider({ name, label, help, min: -most, max: most, step: 0.1, format: short, onInput: (value) => this.set(change(value)) });
    const [weights, bias] = large ? [10, 40] : [4, 4];
    this.knobs = [
      knob("weight-1", "weight w₁", "How much x₁ counts, and in which direction", weights, (value) => ({ weight: [value, this.line.weight[1]], bias: this.line.bias })),
      knob("weight-2", "weight w₂", "How much x₂ counts, and in which direction", weights, (value) => ({ weight: [this.line.weight[0], value], bias: this.line.bias })),
      knob("bias", "bias b", "Shifts the line without turning it", bias, (value) => ({ weight: this.line.weight, bias: value })),
    ];
    this.sliders.replaceChildren(...this.knobs.map(({ element }) => element));
  }

  private of({ weight, bias }: LineOf): { example: string; weight: [number, number]; bias: number } {
    return { example: this.view!.example, weight: [...weight], bias };
  }

  /** Set by hand: what was said of the last correction no longer holds. */
  private set(line: LineOf): void {
    this.loop.pause();
    this.line = line;
    this.said = "";
    this.point = null;
    this.channel.request("judge", this.of(line), ({ head }) => this.take(head));
    this.draw();
  }

  private take(judged: Judged | Learned): void {
    this.judged = judged;
    this.line = { weight: judged.weight, bias: judged.bias };
    this.best = Math.max(this.best, judged.right);
    this.draw();
  }

  private learnOnce(): void {
    this.loop.pause();
    void this.correct().catch((error: Error) => this.shell.showError(error.message));
  }

  private async goOn(): Promise<boolean> {
    const before = this.past.length;
    await this.correct();
    return this.past.length > before && this.judged!.wrong.length > 0 && this.said === "";
  }

  private async correct(): Promise<void> {
    const before = { line: this.line, begin: this.begin };
    const { head } = await this.channel.ask("learn", { ...this.of(before.line), begin: before.begin });
    this.said = "";
    if (head.point !== null) {
      this.asked = { ...before, point: head.point };
      this.past.push(before);
      [this.point, this.begin] = [head.point, head.point + 1];
      this.correction.replaceChildren(...correctionParts(this.view!, head, before.line.weight, before.line.bias, (reference) => this.why.begin({ reference, step: this.past.length, track: "" })));
      this.look(head);
    }
    this.take(head);
  }

  // A line that comes back after the same point will come back again and again.
  private look({ weight, bias }: Learned): void {
    const same = this.past.findIndex(({ line, begin }) => begin === this.begin && line.bias === bias && line.weight.every((value, i) => value === weight[i]));
    if (same >= 0) this.said = `This is the line of ${whole(this.past.length - same)} corrections ago: it goes round in circles, and will never end.`;
    else if (this.past.length % MOST === 0) this.said = `${whole(this.past.length)} corrections, and still not all are right.`;
  }

  private takeBack(): void {
    const before = this.past.pop();
    if (!before) return;
    this.set(before.line);
    this.begin = before.begin;
    this.correction.replaceChildren();
    this.why.clear();
  }

  private label(): void {
    const text = this.loop.playing ? "Stop" : "Keep learning";
    setText(this.keep.firstElementChild!, text);
    this.keep.title = text;
  }

  private draw(): void {
    const { view, judged, shell, line, plot } = this;
    if (!view || plot.width === 0) return;
    const box: Box = { x: view.reach, y: view.reach };
    const axes: Axes = { x: view.reach, y: view.reach, xLabel: view.x_label, yLabel: view.y_label, equal: true };
    plot.setAxes(axes);
    this.handles.set(line, box);
    plot.draw(axes, this.handles.drawn, this.dots(judged?.wrong ?? []));
    const all = cornersOf(box);
    tintSides(plot, box, [{ shape: cut(all, line), yes: true }, { shape: cut(all, line, -1), yes: false }], shell.theme);
    this.knobs.forEach((knob, i) => knob.show(i < 2 ? line.weight[i]! : line.bias));
    if (judged) this.write(view, judged);
  }

  private dots(wrong: readonly number[]): Dot[] {
    const dots: Dot[] = [];
    for (let i = 0; i < this.points.length / 3; i++) {
      const [x, y, yes] = this.points.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number];
      if (wrong.includes(i)) dots.push({ x, y, ink: "var(--gn-lit)", radius: 11 });
      if (i === this.point) dots.push({ x, y, ink: "var(--gn-ink)", radius: 8 });
      dots.push({ x, y, ink: yes ? "var(--gn-class-1)" : "var(--gn-class-0)", square: yes === 1, radius: 5 });
    }
    return dots;
  }

  private write(view: ExampleView, { wrong, right, points }: Pick<Judged, "wrong" | "right" | "points">): void {
    setText(this.count, `${right} of ${points} right · best so far ${this.best}`);
    const done = wrong.length === 0;
    const corrections = this.past.length === 0 ? "" : ` ${whole(this.past.length)} correction${this.past.length === 1 ? "" : "s"} so far.`;
    setText(this.words, this.said || (done ? `No mistake is left, so there is nothing to learn.${corrections}` : `${wrong.length} wrong: lit up in yellow.${corrections}`));
    setEnabled(this.learn, !done);
    setEnabled(this.keep, !done);
    setEnabled(this.undo, this.past.length > 0);
    this.key.replaceChildren(make("span", {}, `■ ${view.yes}`), make("span", {}, `● ${view.no}`), make("span", {}, `blue side: the neuron says “${view.yes}”`));
    this.plot.relabel(`${points} points, ${right} on the right side of the line; ${view.y_label} against ${view.x_label}`);
    const { weight, bias } = this.line;
    Object.assign(this.shell.root.dataset, { ready: "true", example: view.example, right, points, best: this.best, corrections: this.past.length, weight: weight.map(short).join(" "), bias: short(bias) });
  }
}
