// The loss of a model with two parameters, as a map and as a surface, with the current parameters as a ball.
import { button, select, slider } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { heightLegend, paintHeat } from "../../dom/heat.ts";
import { Plot } from "../../dom/plot.ts";
import { Relief } from "../../dom/relief.ts";
import type { Channel } from "../../lib/channel.ts";
import type { Theme } from "../../lib/colors.ts";
import { heights, type Grid } from "../../lib/grid.ts";
import { decimal, short } from "../../lib/numbers.ts";
import { fromLogSlider, toLogSlider } from "../../lib/scales.ts";
import { PlayLoop } from "../../lib/play.ts";
import { inkOf } from "../../lib/series.ts";
import type { BallView, SurfaceView, Wire } from "../../wire/loss_explorer.ts";
import type { Choice } from "../../wire/shared.ts";

const BEND = 30;
const MAX_TRAIL = 2000;
const RATES = [0.01, 20] as const;
const STILL = 1e-4;

export class SurfaceTab {
  readonly panel = make("div", {});
  private model: string;
  private rate = 0.3;
  private head: SurfaceView | null = null;
  private grid: Grid | null = null;
  private points: [Float32Array, Float32Array] | null = null;
  private ball: BallView | null = null;
  private curve: [Float32Array, Float32Array] | null = null;
  private trail: [number, number][] = [];
  /** Counts the reader's moves of the ball: a step requested before the latest one is dropped. */
  private moves = 0;
  private readonly map = new Plot("The loss over both parameters, seen from above", 300, () => this.drawAll());
  private readonly data = new Plot("The data, and what the model predicts with these parameters", 240, () => this.draw());
  private readonly relief = new Relief("The loss over both parameters, as a 3-D surface", 300);
  private readonly legend = make("div", {});
  private readonly numbers = make("p", { "aria-live": "off" });
  private readonly roll = button({ name: "roll", label: "Roll", text: "Roll", class: "gn-button gn-main", onClick: () => this.loop.toggle() });
  private readonly loop = new PlayLoop({
    turn: () => this.step(),
    changed: () => setText(this.roll.firstElementChild!, this.loop.playing ? "Stop" : "Roll"),
    failed: (error) => setText(this.numbers, error.message),
  });
  private readonly handle = this.map.addHandle({
    name: "ball",
    at: [0, 0],
    words: (w, b) => `Ball at w ${short(w)}, b ${short(b)}`,
    onMove: (w, b) => this.place([w, b]),
  });

  constructor(
    private readonly channel: Channel<Wire>,
    private theme: Theme,
    first: string,
  ) {
    this.model = first;
    channel.request("models", {}, ({ head }) => this.build(head.models));
  }

  retheme(theme: Theme): void {
    this.theme = theme;
    this.drawAll();
  }

  close(): void {
    this.loop.pause();
    for (const part of [this.map, this.data, this.relief]) part.close();
  }

  drawAll(): void {
    if (!this.grid || this.map.width === 0) return;
    const shown = heights(this.grid.values, BEND);
    paintHeat(this.map, this.grid, shown, this.theme);
    this.legend.replaceChildren(heightLegend("loss", shown, this.theme));
    this.draw();
  }

  private build(models: readonly Choice[]): void {
    const kinds = select({
      label: "Model and loss",
      help: "Which model, with which loss",
      name: "model",
      options: models.map(({ name, label }) => ({ value: name, label })),
      onInput: (name) => this.choose(name),
    });
    const rate = slider({
      label: "Learning rate",
      help: "Step size for a given slope",
      name: "rate",
      min: 0,
      max: 1,
      step: 0.01,
      toValue: (place) => fromLogSlider(place, ...RATES),
      toPosition: (value) => toLogSlider(value, ...RATES),
      format: short,
      onInput: (value) => (this.rate = value),
    });
    rate.show(this.rate);
    kinds.show(this.model);
    const step = button({ name: "one-step", label: "One step", text: "One step", onClick: () => void this.step().catch((error: Error) => setText(this.numbers, error.message)) });
    this.panel.append(
      make("div", { class: "gn-row" }, kinds.element, rate.element, make("div", { class: "gn-row" }, this.roll, step)),
      make("div", { class: "gn-columns" }, make("div", {}, this.map.element, this.legend), this.relief.element, this.data.element, this.numbers),
      make("p", { class: "gn-note" }, "Drag the ball on the map, or move it with the arrow keys; drag the surface to rotate it."),
    );
    this.choose(this.model);
  }

  private choose(model: string): void {
    this.model = model;
    this.stop();
    this.channel.request("surface", { model }, ({ head, arrays }) => {
      this.head = head;
      this.grid = { values: arrays[0]!, side: head.grid, x: head.w_range, y: head.b_range };
      this.points = [arrays[1]!, arrays[2]!];
      this.place(head.start);
    });
  }

  private place(at: [number, number]): void {
    this.stop();
    this.moves++;
    this.trail = [];
    this.channel.request("ball", { model: this.model, at }, ({ head, arrays }) => {
      this.take(head, arrays);
      this.drawAll();
    });
  }

  private stop(): void {
    this.loop.pause();
  }

  /** Make a step downhill; returns whether it is still moving. */
  private async step(): Promise<boolean> {
    if (!this.ball) return false;
    const { moves } = this;
    const fields = { model: this.model, at: this.ball.at, learning_rate: this.rate, steps: 1 };
    const { head, arrays } = await this.channel.ask("roll", fields);
    if (moves !== this.moves) return false;
    this.take(head, arrays);
    this.draw();
    return Math.hypot(head.d_w ?? NaN, head.d_b ?? NaN) > STILL && this.trail.length < MAX_TRAIL;
  }

  private take(head: BallView, arrays: Float32Array[]): void {
    this.ball = head;
    this.curve = [arrays[0]!, arrays[1]!];
    this.trail.push(head.at);
  }

  private draw(): void {
    const { grid, head, ball, points, curve, theme, trail } = this;
    if (!grid || !head || !ball || !points || !curve) return;
    const ink = inkOf(1, theme);
    const [xs, ys] = [trail.map(([w]) => w), trail.map(([, b]) => b)];
    this.handle.paint(ink);
    this.handle.at = ball.at;
    const axes = { x: head.w_range, y: head.b_range, xLabel: "weight w", yLabel: "bias b" };
    this.map.draw(axes, [{ xs, ys, ink }]);
    this.relief.draw({ grid, shown: heights(grid.values, 0), theme, trails: [{ xs, ys, ink }], names: ["w", "b"] });
    const classes = this.model.startsWith("class");
    const dots = Array.from(points[0], (x, i) => {
      const one = classes && points[1][i]! > 0.5;
      return { x, y: points[1][i]!, ink: `var(--gn-${one ? "class-1" : classes ? "class-0" : "ink"})`, square: one };
    });
    const y = classes ? ([-0.1, 1.1] as const) : ([-2.5, 2.5] as const);
    this.data.draw({ x: [-2.5, 2.5], y, xLabel: "x", yLabel: classes ? "probability" : "y" }, [{ xs: curve[0], ys: curve[1], ink }], dots);
    setText(
      this.numbers,
      `w = ${decimal(ball.at[0])}, b = ${decimal(ball.at[1])}. Loss ${decimal(ball.loss, 4)}. ` +
        `Slope along w ${decimal(ball.d_w)}, along b ${decimal(ball.d_b)}. Steps: ${trail.length - 1}.`,
    );
    const root = this.panel.closest<HTMLElement>(".gn-root");
    if (root) Object.assign(root.dataset, { ready: "true", ball: ball.at.map((value) => value.toFixed(4)).join(" "), ballLoss: ball.loss, steps: trail.length - 1 });
  }
}
