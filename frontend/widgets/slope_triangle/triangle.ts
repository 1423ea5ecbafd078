// A triangle on a curve: a step to the right, the rise, and their ratio, ever smaller until the curve looks straight.
import { button, select } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Plot, type Line, type Range } from "../../dom/plot.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Channel } from "../../lib/channel.ts";
import { decimal, minusText, short, whole } from "../../lib/numbers.ts";
import type { CurveView, Opening, Triangle, Wire } from "../../wire/slope_triangle.ts";

type Points = readonly [ArrayLike<number>, ArrayLike<number>];

const HEIGHT = 280;
const SMALLER = "Ten times smaller";
const AGAIN = "Start again";

export class TriangleView {
  private curve = "";
  private curves: Opening["curves"] = [];
  private widths: readonly number[] = [];
  private view: CurveView | null = null;
  private points: Points = [[], []];
  private near: Points = [[], []];
  private triangle: Triangle | null = null;
  private x = 0;
  private width = 0;
  private readonly whole = new Plot("The curve with the triangle", HEIGHT, () => this.draw());
  private readonly lens = new Plot("The surroundings of the triangle, magnified", HEIGHT, () => this.draw());
  private readonly caption = make("figcaption", { class: "gn-label" });
  private readonly words = make("p", { role: "status" });
  private readonly body = make("tbody", {});
  private readonly slope = make("p", {});
  private readonly smaller = button({ name: "smaller", label: SMALLER, text: SMALLER, class: "gn-button gn-main", onClick: () => this.shrink() });
  private readonly handle = this.whole.addHandle({
    name: "place",
    at: [0, 0],
    words: (x) => `Triangle at ${short(x)}`,
    onMove: (x) => {
      this.x = x;
      this.ask();
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
    this.whole.close();
    this.lens.close();
  }

  private build({ curves, curve, widths }: Opening): void {
    [this.curves, this.widths] = [curves, widths];
    const kinds = select({
      label: "Curve",
      help: "The curve whose slope is measured",
      name: "curve",
      options: curves.map(({ name, label }) => ({ value: name, label })),
      onInput: (name) => this.choose(name),
    });
    kinds.show(curve);
    const head = ["to the right", "up", "up / right"].map((text) => make("th", { scope: "col" }, text));
    const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), this.body);
    this.shell.root.append(
      make("div", { class: "gn-row" }, kinds.element, this.smaller),
      make(
        "div",
        { class: "gn-columns" },
        make("figure", {}, make("figcaption", { class: "gn-label" }, "The curve: drag the dot"), this.whole.element),
        make("figure", {}, this.caption, this.lens.element),
      ),
      this.words,
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, table),
      this.slope,
    );
    this.choose(curve);
  }

  private choose(curve: string): void {
    this.curve = curve;
    this.channel.request("draw", { curve }, ({ head, arrays }) => {
      this.view = head;
      this.points = [arrays[0]!, arrays[1]!];
      [this.x, this.width] = [head.at, 0];
      this.ask();
    });
  }

  private shrink(): void {
    this.width = (this.width + 1) % this.widths.length;
    this.ask();
  }

  private ask(): void {
    this.channel.request("nudge", { curve: this.curve, x: this.x, width: this.width }, ({ head, arrays }) => {
      this.triangle = head;
      this.near = [arrays[0]!, arrays[1]!];
      this.write(head);
      this.draw();
    });
  }

  private write({ x, width, rise, ratios, slope }: Triangle): void {
    const last = this.width === this.widths.length - 1;
    setText(this.smaller.firstElementChild!, last ? AGAIN : SMALLER);
    this.smaller.title = last ? AGAIN : SMALLER;
    setText(this.words, `From ${short(x)} to ${minusText(String(Number((x + width).toPrecision(6))))}: ${short(width)} to the right, ${signed(rise)} up.`);
    const rows = ratios.slice(0, this.width + 1).map((ratio, i) => {
      const right = this.widths[i]!;
      const cells = [make("td", { class: "gn-across" }, short(right)), make("td", { class: "gn-up" }, signed(right * ratio)), make("td", {}, decimal(ratio, 4))];
      return make("tr", { "data-now": String(i === this.width) }, ...cells);
    });
    this.body.replaceChildren(...rows);
    setText(this.slope, last ? `The smaller the step, the nearer the ratio comes to ${decimal(slope, 3)}: the slope at ${short(x)}.` : "Make the triangle smaller, and watch the last column.");
    Object.assign(this.shell.root.dataset, { ready: "true", at: x, width, ratio: ratios[this.width], slope, curve: this.curve });
  }

  private draw(): void {
    const { triangle, view } = this;
    if (!triangle || !view) return;
    const { x, height, width, rise, slope } = triangle;
    const curve: Line = { xs: this.points[0], ys: this.points[1], ink: "var(--gn-ink)" };
    const legs: Line[] = [
      { xs: [x, x + width], ys: [height, height], ink: "var(--gn-class-1)" },
      { xs: [x + width, x + width], ys: [height, height + rise], ink: "var(--gn-class-0)" },
    ];
    const [low, high] = view.x_range;
    const line: Line = { xs: [low, high], ys: [height + slope * (low - x), height + slope * (high - x)], ink: "var(--gn-quiet)", dash: "5 5", thin: true };
    const label = this.curves.find(({ name }) => name === this.curve)?.label ?? "";
    this.whole.relabel(`${label}, with a triangle at ${short(x)} and the straight line with the slope ${short(slope)}`);
    this.handle.at = [x, height];
    this.whole.draw({ x: view.x_range, y: view.y_range, xLabel: view.x_label, yLabel: view.y_label }, [line, curve, ...legs]);
    const window: Range = [x - 1.5 * width, x + 2.5 * width];
    const tall = Math.max(Math.abs(rise), 0.5 * width) * 1.3;
    const tops: Range = rise < 0 ? [height - tall, height + 0.6 * tall] : [height - 0.6 * tall, height + tall];
    setText(this.caption, width === this.widths[0] ? "The triangle" : `The same, ${whole(this.widths[0]! / width)} times as large`);
    this.lens.draw({ x: window, y: tops, xLabel: view.x_label, yLabel: view.y_label }, [{ xs: this.near[0], ys: this.near[1], ink: "var(--gn-ink)" }, ...legs]);
  }
}

/** Four digits: one more than the width has zeros. */
function signed(value: number): string {
  return minusText(String(Number(value.toPrecision(4))));
}
