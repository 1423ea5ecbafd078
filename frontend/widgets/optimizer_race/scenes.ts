// The two maps of the race, each with the paths of all rules, and the chart below each.
import { make } from "../../dom/element.ts";
import { heightLegend, paintHeat } from "../../dom/heat.ts";
import { Plot, type Axes, type Line } from "../../dom/plot.ts";
import type { Theme } from "../../lib/colors.ts";
import { heights, type Grid } from "../../lib/grid.ts";

const MAP = 300;
const CHART = 190;
/** Valleys of a network's loss are shallow beside its slopes. */
const NETWORK_BEND = 60;

export interface Trail {
  ink: string;
  dash: string;
  /** The path on the map; empty if it can't be seen there. */
  xs: Float32Array;
  ys: Float32Array;
  /** Heights along the path. */
  values: readonly number[];
}

interface Ground {
  grid: Grid;
  bend: number | null;
  labels: readonly [string, string];
  minima: readonly (readonly [number, number])[];
}

interface Words {
  map: string;
  chart: string;
  legend: string;
  /** Updates between two places on a path. */
  every: number;
}

export class Scene {
  readonly element: HTMLElement;
  private ground: Ground | null = null;
  private trails: readonly Trail[] = [];
  private step = 0;
  private last = 1;
  private readonly legend = make("div", {});
  private readonly map: Plot;
  private readonly chart: Plot;
  private theme: Theme = "light";

  constructor(private readonly words: Words) {
    this.map = new Plot(words.map, MAP, () => this.paint());
    this.chart = new Plot(words.chart, CHART, () => this.drawChart());
    this.element = make("div", {}, this.map.element, this.legend, this.chart.element);
  }

  close(): void {
    this.map.close();
    this.chart.close();
  }

  stand(ground: Ground | null): void {
    this.ground = ground;
    this.map.element.hidden = this.legend.hidden = ground === null;
    this.paint();
  }

  show(trails: readonly Trail[], step: number, last: number, theme: Theme): void {
    const repaint = theme !== this.theme;
    Object.assign(this, { trails, step, last, theme });
    if (repaint) this.paint();
    else this.draw();
    this.drawChart();
  }

  private paint(): void {
    const { ground, map, theme } = this;
    if (!ground || map.width === 0) return;
    const shown = heights(ground.grid.values, ground.bend ?? NETWORK_BEND);
    map.setAxes(this.axes(ground));
    paintHeat(map, ground.grid, shown, theme);
    this.legend.replaceChildren(heightLegend(this.words.legend, shown, theme));
    this.draw();
  }

  private axes({ grid, labels }: Ground): Axes {
    return { x: grid.x, y: grid.y, xLabel: labels[0], yLabel: labels[1], equal: true };
  }

  private draw(): void {
    const { ground, map, trails } = this;
    if (!ground || map.width === 0) return;
    const until = Math.floor(this.step / this.words.every) + 1;
    const { x, y } = ground.grid;
    const lines: Line[] = trails.map(({ xs, ys, ink, dash }) => ({ xs: xs.subarray(0, until), ys: ys.subarray(0, until), ink, dash }));
    const ends = lines.flatMap(({ xs, ys, ink }) => {
      const at = { x: xs[xs.length - 1] ?? NaN, y: ys[ys.length - 1] ?? NaN };
      const seen = at.x >= x[0] && at.x <= x[1] && at.y >= y[0] && at.y <= y[1];
      return seen ? [{ ...at, ink, radius: 5 }] : [];
    });
    map.draw(this.axes(ground), [...ground.minima.map((at) => ring(at, x, y)), ...lines], ends);
  }

  private drawChart(): void {
    const { every } = this.words;
    const until = Math.floor(this.step / every) + 1;
    const seen = this.trails.flatMap(({ values }) => values.filter((value) => Number.isFinite(value) && value > 0));
    const first = this.trails[0]?.values[0] ?? 1;
    const low = Math.max(1e-6 * Math.abs(first), Math.min(...seen, 1e9));
    const high = Math.min(10 * Math.abs(first), Math.max(...seen, low * 10));
    const lines = this.trails.map(({ values, ink, dash }) => {
      const ys = values.slice(0, until).map((value) => (value > 0 ? value : NaN));
      return { xs: ys.map((_, place) => every * place), ys, ink, dash };
    });
    this.chart.draw({ x: [0, this.last], y: [low / 1.5, 1.5 * Math.max(high, 2 * low)], xLabel: "update", yLabel: this.words.legend, log: true }, lines);
  }
}

// A small ring around a minimum, as a line: dots are for walkers.
function ring([x, y]: readonly [number, number], across: readonly [number, number], up: readonly [number, number]): Line {
  const turn = Array.from({ length: 25 }, (_, i) => (i / 24) * 2 * Math.PI);
  const [width, height] = [0.02 * (across[1] - across[0]), 0.02 * (up[1] - up[0])];
  return { xs: turn.map((angle) => x + width * Math.cos(angle)), ys: turn.map((angle) => y + height * Math.sin(angle)), ink: "var(--gn-ink)", thin: true };
}
