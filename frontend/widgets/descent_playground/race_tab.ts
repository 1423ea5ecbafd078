// Several update rules race down a landscape from the same start.
import { select, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { heightLegend, paintHeat } from "../../dom/heat.ts";
import { Plot, type Axes, type Line } from "../../dom/plot.ts";
import { Relief } from "../../dom/relief.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Channel } from "../../lib/channel.ts";
import type { Theme } from "../../lib/colors.ts";
import { heights, type Grid, type Heights } from "../../lib/grid.ts";
import { short, whole } from "../../lib/numbers.ts";
import { fromLogSlider, toLogSlider } from "../../lib/scales.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import { Recording } from "../../dom/recording.ts";
import type { LandscapesView, LandscapeView, RuleView, SurfaceView, Walker as WalkerView, Wire } from "../../wire/descent_playground.ts";
import { RaceTables } from "./race_tables.ts";

export interface Walker extends WalkerView {
  xs: Float32Array;
  ys: Float32Array;
}

const STEPS_PER_SECOND = 30;
const RATES = [0.0001, 2] as const;

export class RaceTab {
  readonly panel = make("div", {});
  private landscape = "";
  private steps = 1;
  private landscapes: LandscapeView[] = [];
  private head: SurfaceView | null = null;
  private grid: Grid | null = null;
  private shown: Heights | null = null;
  private rules: RuleView[] = [];
  private walkers: Walker[] = [];
  private settings = { rules: [] as string[], rate: 0.1, adaptive: 0.1, momentum: 0, noise: 0, start: [0, 0] as [number, number] };
  private readonly words = make("p", { class: "gn-note" });
  private readonly boxes = make("fieldset", { "aria-label": "Update rules in the race" });
  private readonly adaptiveBoxes = make("fieldset", { "aria-label": "Adaptive update rules in the race" });
  private readonly knobs = make("div", { class: "gn-row" });
  private readonly more = make("details", {}, make("summary", {}, "More: noise, and rules with a rate for each parameter (lesson 10)"));
  private readonly legend = make("div", {});
  private readonly tables = new RaceTables((name) => this.mark(name));
  private readonly map = new Plot("The landscape from above, with every path", 330, () => this.drawAll());
  private readonly chart = new Plot("Height against steps, for every path", 220, () => this.draw());
  private readonly relief = new Relief("The landscape as a 3-D surface", 330);
  private readonly clock = new Recording({
    label: "Step",
    place: "step",
    everyMs: 1000 / STEPS_PER_SECOND,
    names: { slider: "step-slider", previous: "step-back", next: "step" },
    words: (now, last) => `${whole(now)} of ${whole(last)}`,
    onMove: () => this.draw(),
  });
  private rate: Control<number> | null = null;
  private readonly handle = this.map.addHandle({
    name: "start",
    at: [0, 0],
    ink: "var(--gn-ink)",
    words: (x, y) => `Start at x ${short(x)}, y ${short(y)}`,
    onMove: (x, y) => this.set({ start: [x, y] }),
  });

  constructor(
    private readonly channel: Channel<Wire>,
    private theme: Theme,
  ) {
  }

  /** Show what there is to choose, and the first race. */
  open(head: LandscapesView): void {
    const { opening } = head;
    this.steps = opening.steps;
    this.settings = { ...this.settings, rules: [...opening.rules], momentum: opening.momentum };
    this.landscapes = [...head.landscapes];
    this.rules = [...head.rules];
    this.build(opening.landscape);
  }

  retheme(theme: Theme): void {
    this.theme = theme;
    this.drawBoxes();
    this.drawAll();
  }

  close(): void {
    this.clock.stop();
    for (const part of [this.map, this.chart, this.relief]) part.close();
  }

  private build(first: string): void {
    const kinds = select({
      label: "Landscape",
      help: "Function to minimise",
      name: "landscape",
      options: this.landscapes.map(({ name, label }) => ({ value: name, label })),
      onInput: (name) => this.choose(name),
    });
    kinds.show(first);
    this.rate = this.logSlider("Learning rate", "rate", "For gradient descent, with and without momentum", (rate) => this.set({ rate }));
    const adaptive = this.logSlider("Adaptive rate", "adaptive", "For Adagrad, RMSprop and Adam", (rate) => this.set({ adaptive: rate }));
    adaptive.show(this.settings.adaptive);
    const momentum = this.plainSlider("Momentum", "momentum", "Fraction of the previous step that is kept", 0.99, 0.01, (value) => this.set({ momentum: value }));
    momentum.show(this.settings.momentum);
    const noise = this.plainSlider("Noise", "noise", "Random noise added to each gradient, as small batches do", 5, 0.1, (value) => this.set({ noise: value }));
    noise.show(this.settings.noise);
    this.knobs.append(this.rate.element, momentum.element);
    this.more.append(this.adaptiveBoxes, make("div", { class: "gn-row" }, adaptive.element, noise.element));
    this.more.open = this.rules.some(({ name, adaptive }) => adaptive && this.settings.rules.includes(name));
    this.drawBoxes();
    this.panel.append(
      make("div", { class: "gn-row" }, kinds.element),
      this.words,
      this.clock.element,
      make("div", { class: "gn-columns" }, make("div", {}, this.map.element, this.legend), this.relief.element),
      make("p", { class: "gn-note" }, "Drag the ringed dot, or move it with the arrow keys, to change the start; drag the surface to rotate it. Open rings mark the minima."),
      this.boxes,
      this.knobs,
      this.more,
      this.tables.outcomes,
      make("div", { class: "gn-columns" }, this.chart.element, this.tables.byStep),
    );
    this.choose(first);
  }

  private logSlider(label: string, name: string, help: string, onInput: (value: number) => void): Control<number> {
    return slider({
      label,
      help,
      name,
      min: 0,
      max: 1,
      step: 0.005,
      toValue: (place) => fromLogSlider(place, ...RATES),
      toPosition: (value) => toLogSlider(value, ...RATES),
      format: short,
      onInput,
    });
  }

  private plainSlider(label: string, name: string, help: string, max: number, step: number, onInput: (value: number) => void): Control<number> {
    return slider({ label, help, name, min: 0, max, step, format: short, onInput });
  }

  private drawBoxes(): void {
    const box = ({ name, label }: RuleView): HTMLElement => {
      const input = make("input", { type: "checkbox", name, onchange: () => this.toggle(name, input.checked) });
      input.checked = this.settings.rules.includes(name);
      return make("label", { class: "gn-check" }, input, this.mark(name), label);
    };
    this.boxes.replaceChildren(...this.rules.filter(({ adaptive }) => !adaptive).map(box));
    this.adaptiveBoxes.replaceChildren(...this.rules.filter(({ adaptive }) => adaptive).map(box));
  }

  /** A sample of a rule's line, as it is drawn. */
  private mark(name: string): SVGSVGElement {
    const place = this.place(name);
    return swatch(inkOf(place, this.theme), dashOf(place));
  }

  private toggle(rule: string, on: boolean): void {
    const names = this.rules.map(({ name }) => name);
    this.set({ rules: names.filter((name) => (name === rule ? on : this.settings.rules.includes(name))) });
  }

  private choose(landscape: string): void {
    this.landscape = landscape;
    const { rate, start, words } = this.landscapes.find(({ name }) => name === landscape)!;
    setText(this.words, words);
    this.rate!.show(rate);
    this.walkers = [];
    this.channel.request("surface", { landscape }, ({ head, arrays }) => {
      if (landscape !== this.landscape) return;
      this.head = head;
      this.grid = { values: arrays[0]!, side: head.grid, x: head.x_range, y: head.y_range };
      this.shown = heights(this.grid.values, head.bend);
      if (this.walkers.length > 0) this.drawAll(); // otherwise the race does, which is on its way
    });
    this.set({ rate, start: [...start] });
  }

  private set(change: Partial<typeof this.settings>): void {
    Object.assign(this.settings, change);
    const landscape = this.landscape;
    this.channel.request("race", { landscape, steps: this.steps, ...this.settings }, ({ head, arrays }) => {
      if (landscape !== this.landscape) return;
      const fresh = this.walkers.length === 0;
      this.walkers = head.walkers.map((walker, i) => {
        const both = arrays[i]!;
        const count = both.length / 2;
        return { ...walker, xs: both.subarray(0, count), ys: both.subarray(count) };
      });
      this.clock.record(this.steps);
      if (fresh) this.drawAll();
      else this.draw();
    });
  }

  private drawAll(): void {
    const { grid, head, shown, map, theme } = this;
    if (!grid || !head || !shown || map.width === 0 || head.landscape !== this.landscape) return;
    map.setAxes(this.axes(grid));
    paintHeat(map, grid, shown, theme);
    this.legend.replaceChildren(heightLegend("height", shown, theme));
    this.draw();
  }

  private axes({ x, y }: Grid): Axes {
    return { x, y, xLabel: "x", yLabel: "y", equal: true };
  }

  private place(name: string): number {
    return this.rules.findIndex((rule) => rule.name === name);
  }

  private draw(): void {
    const { grid, head, shown, theme, walkers, clock } = this;
    if (!grid || !head || !shown || head.landscape !== this.landscape) return;
    const until = clock.now + 1;
    const trails = walkers.map(({ name, xs, ys }) => ({
      xs: xs.subarray(0, until),
      ys: ys.subarray(0, until),
      ink: inkOf(this.place(name), theme),
      dash: dashOf(this.place(name)),
    }));
    this.handle.at = this.settings.start;
    const ends = trails.flatMap(({ xs, ys, ink }) => {
      const [x, y] = [xs.at(-1) ?? 0, ys.at(-1) ?? 0];
      const seen = x >= grid.x[0] && x <= grid.x[1] && y >= grid.y[0] && y <= grid.y[1];
      return seen ? [{ x, y, ink, radius: 5 }] : [];
    });
    const rings = head.minima.map((at) => ring(...at, head));
    this.map.draw(this.axes(grid), [...rings, ...trails], ends);
    this.relief.draw({ grid, shown, theme, trails });
    this.drawChart(until);
    this.tables.draw(walkers, until, clock.last);
    const root = this.panel.closest<HTMLElement>(".gn-root");
    if (!root) return;
    const verdicts = walkers.map(({ name, verdict }) => `${name}: ${verdict}`).join("; ");
    Object.assign(root.dataset, { ready: String(walkers.length > 0 || root.dataset["ready"] === "true"), landscape: this.landscape, step: clock.now, verdicts });
  }

  private drawChart(until: number): void {
    const values = this.walkers.map((walker) => walker.values.map((value) => value ?? NaN));
    const first = values[0]?.[0] ?? 1;
    const seen = values.flat().filter((value) => Number.isFinite(value) && value <= 3 * Math.abs(first) + 1);
    const [low, high] = [Math.min(0, ...seen), Math.max(first, ...seen)];
    const room = 0.05 * (high - low || 1);
    const lines: Line[] = this.walkers.map(({ name }, i) => {
      const ys = values[i]!.slice(0, until);
      return { xs: ys.map((_, step) => step), ys, ink: inkOf(this.place(name), this.theme), dash: dashOf(this.place(name)) };
    });
    this.chart.draw({ x: [0, this.steps], y: [low - room, high + room], xLabel: "step", yLabel: "height" }, lines);
  }
}

// A small ring around a point, as a line: dots are for walkers.
function ring(x: number, y: number, { x_range, y_range }: SurfaceView): Line {
  const turn = Array.from({ length: 25 }, (_, i) => (i / 24) * 2 * Math.PI);
  const [across, up] = [0.02 * (x_range[1] - x_range[0]), 0.02 * (y_range[1] - y_range[0])];
  return {
    xs: turn.map((angle) => x + across * Math.cos(angle)),
    ys: turn.map((angle) => y + up * Math.sin(angle)),
    ink: "var(--gn-ink)",
    thin: true,
  };
}
