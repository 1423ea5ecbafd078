// One line fitted to the same points with three batch sizes: their paths, and what they cost.
import { button, slider } from "../../dom/controls.ts";
import { make } from "../../dom/element.ts";
import { heightLegend, paintHeat } from "../../dom/heat.ts";
import { Plot, type Axes, type Line } from "../../dom/plot.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Channel } from "../../lib/channel.ts";
import type { Theme } from "../../lib/colors.ts";
import { heights } from "../../lib/grid.ts";
import { decimal, short, whole } from "../../lib/numbers.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import type { BatchesView, Wire } from "../../wire/descent_playground.ts";

const BEND = 30;
const NAMES = ["all 64 points", "mini-batches of 8", "single points"];

export class BatchesTab {
  readonly panel = make("div", {});
  private rate = 0.05;
  private epochs = 8;
  private seed = 0;
  private answer: { head: BatchesView; arrays: Float32Array[] } | null = null;
  private readonly map = new Plot("The cost over weight and bias from above, with the path of each batch size", 330, () => this.draw());
  private readonly chart = new Plot("Cost against epochs, for each batch size", 330, () => this.draw());
  private readonly legend = make("div", {});
  private readonly body = make("tbody", {});

  constructor(
    private readonly channel: Channel<Wire>,
    private theme: Theme,
  ) {
    const rate = slider({
      label: "Learning rate",
      help: "The same for all three batch sizes",
      name: "batch-rate",
      min: 0.01,
      max: 0.3,
      step: 0.01,
      format: short,
      onInput: (value) => this.set({ rate: value }),
    });
    rate.show(this.rate);
    const epochs = slider({
      label: "Epochs",
      help: "Passes through all points",
      name: "epochs",
      min: 1,
      max: 20,
      step: 1,
      format: whole,
      onInput: (value) => this.set({ epochs: value }),
    });
    epochs.show(this.epochs);
    const label = "Reshuffle";
    const shuffle = button({ name: "shuffle", label, text: label, onClick: () => this.set({ seed: this.seed + 1 }) });
    const head = ["batches", "steps per epoch", "points per step", "points processed", "final cost"];
    this.panel.append(
      make("div", { class: "gn-columns" }, make("div", {}, this.map.element, this.legend), this.chart.element),
      make("div", { class: "gn-row" }, rate.element, epochs.element, shuffle),
      make(
        "div",
        { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" },
        make("table", {}, make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))), this.body),
      ),
    );
    this.set({});
  }

  retheme(theme: Theme): void {
    this.theme = theme;
    this.draw();
  }

  close(): void {
    this.map.close();
    this.chart.close();
  }

  private set(change: Partial<{ rate: number; epochs: number; seed: number }>): void {
    Object.assign(this, change);
    this.channel.request("batches", { rate: this.rate, epochs: this.epochs, seed: this.seed }, (answer) => {
      this.answer = answer;
      this.draw();
    });
  }

  private draw(): void {
    const { answer, theme, map } = this;
    if (!answer || map.width === 0) return;
    const { head, arrays } = answer;
    const grid = { values: arrays[0]!, side: head.grid, x: head.w_range, y: head.b_range };
    const axes: Axes = { x: grid.x, y: grid.y, xLabel: "weight w", yLabel: "bias b", equal: true };
    const shown = heights(grid.values, BEND);
    map.setAxes(axes);
    paintHeat(map, grid, shown, theme);
    this.legend.replaceChildren(heightLegend("cost", shown, theme));
    const lines: Line[] = head.paths.map((_, i) => {
      const both = arrays[i + 1]!;
      const count = both.length / 2;
      return { xs: both.subarray(0, count), ys: both.subarray(count), ink: inkOf(i, theme), dash: dashOf(i), thin: i === 2 };
    });
    map.draw(axes, [...lines].reverse());
    const curves = head.paths.map(({ costs }, i) => ({ xs: costs.map((_, epoch) => epoch), ys: costs.map((cost) => cost ?? NaN), ink: inkOf(i, theme), dash: dashOf(i), thin: i === 2 }));
    const top = Math.max(...head.paths.flatMap(({ costs }) => costs.map((cost) => cost ?? NaN))) * 1.05;
    this.chart.draw({ x: [0, head.paths[0]!.costs.length - 1], y: [0, top], xLabel: "epoch", yLabel: "mean squared error" }, curves);
    const epochs = head.paths[0]!.costs.length - 1;
    this.body.replaceChildren(
      ...head.paths.map((path, i) => {
        const looked = path.steps_per_epoch * path.points_per_step * epochs;
        const numbers = [path.steps_per_epoch, path.points_per_step, looked].map((value) => make("td", {}, whole(value)));
        return make("tr", {}, make("td", {}, swatch(inkOf(i, theme), dashOf(i), i === 2), NAMES[i]!), ...numbers, make("td", {}, decimal(path.cost)));
      }),
    );
    const root = this.panel.closest<HTMLElement>(".gn-root");
    if (root) root.dataset["ready"] = "true";
    if (root) root.dataset["costs"] = head.paths.map(({ cost }) => (cost ?? NaN).toFixed(4)).join(" ");
  }
}
