// widgets/optimizer_race/scenes.ts
import { make } from "../../dom/element.js";
import { heightLegend, paintHeat } from "../../dom/heat.js";
import { Plot } from "../../dom/plot.js";
import { heights } from "../../lib/grid.js";
var MAP = 300;
var CHART = 190;
var NETWORK_BEND = 60;
var Scene = class {
  constructor(words) {
    this.words = words;
    this.map = new Plot(words.map, MAP, () => this.paint());
    this.chart = new Plot(words.chart, CHART, () => this.drawChart());
    this.element = make("div", {}, this.map.element, this.legend, this.chart.element);
  }
  words;
  element;
  ground = null;
  trails = [];
  step = 0;
  last = 1;
  legend = make("div", {});
  map;
  chart;
  theme = "light";
  close() {
    this.map.close();
    this.chart.close();
  }
  stand(ground) {
    this.ground = ground;
    this.map.element.hidden = this.legend.hidden = ground === null;
    this.paint();
  }
  show(trails, step, last, theme) {
    const repaint = theme !== this.theme;
    Object.assign(this, { trails, step, last, theme });
    if (repaint) this.paint();
    else this.draw();
    this.drawChart();
  }
  paint() {
    const { ground, map, theme } = this;
    if (!ground || map.width === 0) return;
    const shown = heights(ground.grid.values, ground.bend ?? NETWORK_BEND);
    map.setAxes(this.axes(ground));
    paintHeat(map, ground.grid, shown, theme);
    this.legend.replaceChildren(heightLegend(this.words.legend, shown, theme));
    this.draw();
  }
  axes({ grid, labels }) {
    return { x: grid.x, y: grid.y, xLabel: labels[0], yLabel: labels[1], equal: true };
  }
  draw() {
    const { ground, map, trails } = this;
    if (!ground || map.width === 0) return;
    const until = Math.floor(this.step / this.words.every) + 1;
    const { x, y } = ground.grid;
    const lines = trails.map(({ xs, ys, ink, dash }) => ({ xs: xs.subarray(0, until), ys: ys.subarray(0, until), ink, dash }));
    const ends = lines.flatMap(({ xs, ys, ink }) => {
      const at = { x: xs[xs.length - 1] ?? NaN, y: ys[ys.length - 1] ?? NaN };
      const seen = at.x >= x[0] && at.x <= x[1] && at.y >= y[0] && at.y <= y[1];
      return seen ? [{ ...at, ink, radius: 5 }] : [];
    });
    map.draw(this.axes(ground), [...ground.minima.map((at) => ring(at, x, y)), ...lines], ends);
  }
  drawChart() {
    const { every } = this.words;
    const until = Math.floor(this.step / every) + 1;
    const seen = this.trails.flatMap(({ values }) => values.filter((value) => Number.isFinite(value) && value > 0));
    const first = this.trails[0]?.values[0] ?? 1;
    const low = Math.max(1e-6 * Math.abs(first), Math.min(...seen, 1e9));
    const high = Math.min(10 * Math.abs(first), Math.max(...seen, low * 10));
    const lines = this.trails.map(({ values, ink, dash }) => {
      const ys = values.slice(0, until).map((value) => value > 0 ? value : NaN);
      return { xs: ys.map((_, place) => every * place), ys, ink, dash };
    });
    this.chart.draw({ x: [0, this.last], y: [low / 1.5, 1.5 * Math.max(high, 2 * low)], xLabel: "update", yLabel: this.words.legend, log: true }, lines);
  }
};
function ring([x, y], across, up) {
  const turn = Array.from({ length: 25 }, (_, i) => i / 24 * 2 * Math.PI);
  const [width, height] = [0.02 * (across[1] - across[0]), 0.02 * (up[1] - up[0])];
  return { xs: turn.map((angle) => x + width * Math.cos(angle)), ys: turn.map((angle) => y + height * Math.sin(angle)), ink: "var(--gn-ink)", thin: true };
}
export {
  Scene
};
