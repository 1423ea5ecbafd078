// Points that can be dragged, and the best line under each loss.
import { button, slider } from "../../dom/controls.ts";
import { make } from "../../dom/element.ts";
import { Plot } from "../../dom/plot.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Channel } from "../../lib/channel.ts";
import type { Theme } from "../../lib/colors.ts";
import { decimal, short } from "../../lib/numbers.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import type { Fits, Wire } from "../../wire/loss_explorer.ts";

type Place = [number, number];

const POINTS: readonly Place[] = [
  [0.5, 0.9],
  [1.3, 1.2],
  [2.2, 1.5],
  [3.1, 2.3],
  [4.0, 2.4],
  [4.8, 3.1],
  [5.7, 3.3],
  [6.5, 4.1],
  [7.4, 4.3],
  [8.5, 5.1],
];
const OUTLIER: Place = [8.5, 0.4];
const AXES = { x: [0, 9], y: [0, 6], xLabel: "x", yLabel: "y" } as const;

export class FitTab {
  readonly panel = make("div", {});
  private readonly points: Place[] = POINTS.map(([x, y]) => [x, y]);
  private delta = 0.5;
  private fits: Fits | null = null;
  private readonly plot = new Plot("Ten points, and the best straight line under each loss", 320, () => this.draw());
  private readonly body = make("tbody", {});
  private readonly handles = this.points.map((at, i) =>
    this.plot.addHandle({
      name: `point-${i + 1}`,
      at,
      ink: "var(--gn-ink)",
      words: (x, y) => `Point ${i + 1} at x ${short(x)}, y ${short(y)}`,
      onMove: (x, y) => this.move(i, [x, y]),
    }),
  );

  constructor(
    private readonly channel: Channel<Wire>,
    private theme: Theme,
  ) {
    const delta = slider({
      label: "Huber's δ",
      help: "The error beyond which Huber's loss grows linearly",
      name: "fit-delta",
      min: 0.1,
      max: 3,
      step: 0.1,
      format: short,
      onInput: (value) => {
        this.delta = value;
        this.ask();
      },
    });
    delta.show(this.delta);
    const outlier = "Make the last point an outlier";
    const back = "Reset the points";
    const head = ["loss", "slope", "intercept", "mean loss"].map((text) => make("th", { scope: "col" }, text));
    this.panel.append(
      this.plot.element,
      make("p", { class: "gn-note" }, "Drag the points, or move them with the arrow keys."),
      make(
        "div",
        { class: "gn-row" },
        button({ name: "outlier", label: outlier, text: outlier, onClick: () => this.move(9, OUTLIER) }),
        button({ name: "back", label: back, text: back, onClick: () => POINTS.forEach((at, i) => this.move(i, [...at])) }),
        delta.element,
      ),
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, make("table", {}, make("thead", {}, make("tr", {}, ...head)), this.body)),
    );
    this.ask();
  }

  retheme(theme: Theme): void {
    this.theme = theme;
    this.draw();
  }

  close(): void {
    this.plot.close();
  }

  private move(i: number, at: Place): void {
    this.points[i] = at;
    this.handles[i]!.set(at);
    this.ask();
  }

  private ask(): void {
    this.channel.request("fit", { points: this.points, delta: this.delta }, ({ head }) => {
      this.fits = head;
      this.draw();
    });
  }

  draw(): void {
    const { fits, theme } = this;
    if (!fits) return;
    const [low, high] = AXES.x;
    this.plot.draw(
      AXES,
      fits.lines.map(({ slope, intercept }, i) => ({
        xs: [low, high],
        ys: [slope * low + intercept, slope * high + intercept],
        ink: inkOf(i, theme),
        dash: dashOf(i),
      })),
    );
    this.body.replaceChildren(
      ...fits.lines.map(({ label, slope, intercept, loss }, i) =>
        make(
          "tr",
          {},
          make("td", {}, swatch(inkOf(i, theme), dashOf(i)), label),
          ...[slope, intercept, loss].map((value) => make("td", {}, decimal(value))),
        ),
      ),
    );
    const root = this.panel.closest<HTMLElement>(".gn-root");
    if (root) Object.assign(root.dataset, { ready: "true", slopes: fits.lines.map(({ slope }) => slope.toFixed(4)).join(" ") });
  }
}
