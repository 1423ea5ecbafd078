// Two histograms of probabilities with a line that can be dragged, the counts on both sides of it, and two curves.
import { button, slider, type Control } from "../../dom/controls.ts";
import { make } from "../../dom/element.ts";
import { Plot, type Line } from "../../dom/plot.ts";
import type { Shell } from "../../dom/shell.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Channel } from "../../lib/channel.ts";
import { percent, whole } from "../../lib/numbers.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import type { Judged, ScoresView, Wire } from "../../wire/threshold.ts";

/** Multiples of it, modulo 1, are spread evenly. */
const GOLDEN = 0.618034;
/** Where the button leads, one after the other: strict, lenient, in the middle. */
const TRIES = [0.9, 0.1, 0.5];

export class Threshold {
  private view: ScoresView | null = null;
  private arrays: Float32Array[] = [];
  private judged: Judged | null = null;
  private threshold = 0.5;
  private tried = 0;
  private readonly scores = new Plot("A dot for every sample, at its probability", 230, () => this.draw());
  private readonly curves = new Plot("Precision and recall at every threshold", 230, () => this.draw());
  private readonly keys = [make("div", { class: "gn-key" }), make("div", { class: "gn-key" })] as const;
  private readonly body = make("tbody", {});
  private readonly sums = make("div", { class: "gn-sums", role: "status" });
  private readonly knob: Control<number> = slider({
    label: "Threshold",
    help: "From which probability on the answer is yes",
    name: "threshold",
    min: 0,
    max: 1,
    step: 0.01,
    format: percent,
    onInput: (threshold) => this.judge(threshold),
  });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    const strict = button({ name: "move", label: "Move the threshold", text: "Move the threshold", class: "gn-button gn-main", onClick: () => this.judge(TRIES[this.tried++ % TRIES.length]!) });
    shell.root.append(
      make("div", { class: "gn-row" }, strict, this.knob.element),
      make("div", { class: "gn-columns" }, make("div", {}, this.scores.element, this.keys[0]), make("div", {}, this.curves.element, this.keys[1])),
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Counts" }, make("table", { class: "gn-counts" }, this.body)),
      this.sums,
    );
    channel.request("open", {}, ({ head, arrays }) => {
      this.view = head;
      this.arrays = arrays;
      this.judge(head.threshold);
    });
  }

  retheme(): void {
    this.draw();
  }

  close(): void {
    this.scores.close();
    this.curves.close();
  }

  private judge(threshold: number): void {
    this.threshold = threshold;
    this.knob.show(threshold);
    this.channel.request("judge", { threshold }, ({ head }) => {
      this.judged = head;
      this.draw();
    });
  }

  private draw(): void {
    const { view, judged, shell } = this;
    if (!view || !judged || this.scores.width === 0) return;
    this.drawScores(view);
    this.drawCurves(judged);
    this.drawCounts(view, judged);
    const { found, missed, false_alarms } = judged;
    this.sums.replaceChildren(
      make("p", {}, `precision = ${whole(found)} / (${whole(found)} + ${whole(false_alarms)}) = ${share(judged.precision)}`),
      make("p", {}, `recall = ${whole(found)} / (${whole(found)} + ${whole(missed)}) = ${share(judged.recall)}`),
      make("p", {}, `accuracy ${percent(judged.accuracy)}, F1 ${share(judged.f1)}`),
    );
    Object.assign(shell.root.dataset, { ready: "true", threshold: judged.threshold, precision: judged.precision ?? "", recall: judged.recall ?? "" });
  }

  private inks(): readonly [string, string] {
    const { theme } = this.shell;
    return [inkOf(1, theme), inkOf(0, theme)];
  }

  // A dot for every sample: above the middle those that are, below it those that are not, each at a height of its own.
  private drawScores(view: ScoresView): void {
    const dots = this.arrays.slice(0, 2).flatMap((values, kind) =>
      Array.from(values, (x, i) => ({ x, y: (kind ? 1 : -1) * (0.12 + 0.85 * ((i * GOLDEN) % 1)), ink: this.inks()[kind]!, radius: 2.6, square: kind === 1 })),
    );
    const mark: Line = { xs: [this.threshold, this.threshold], ys: [-1, 1], ink: "var(--gn-ink)" };
    const axes = { x: [0, 1], y: [-1.05, 1.05], xLabel: `probability of “${view.yes}”`, yLabel: `${view.no} · ${view.yes}`, bare: true } as const;
    this.scores.draw(axes, [mark], dots);
    const said = "to the right of the line, the answer is";
    this.keys[0].replaceChildren(make("span", {}, `■ ${view.yes}`), make("span", {}, `● ${view.no}`), make("span", {}, `${said} “${view.yes}”`));
  }

  private drawCurves(judged: Judged): void {
    const { theme } = this.shell;
    const rows = this.arrays[2]!;
    const column = (place: number): Float32Array => rows.filter((_, i) => i % 3 === place);
    const lines: Line[] = [1, 2].map((place) => ({ xs: column(0), ys: column(place), ink: inkOf(place + 1, theme), dash: dashOf(place - 1) }));
    const mark: Line = { xs: [this.threshold, this.threshold], ys: [0, 1], ink: "var(--gn-ink)" };
    const dots = [judged.precision, judged.recall].flatMap((value, i) => (value === null ? [] : [{ x: judged.threshold, y: value, ink: inkOf(i + 2, theme), radius: 5 }]));
    this.curves.draw({ x: [0, 1], y: [0, 1.05], xLabel: "threshold", yLabel: "precision, recall" }, [...lines, mark], dots);
    this.keys[1].replaceChildren(...["precision", "recall"].map((name, i) => make("span", {}, swatch(inkOf(i + 2, theme), dashOf(i)), name)));
  }

  private drawCounts({ yes, no }: ScoresView, { found, missed, false_alarms, passed }: Judged): void {
    const row = (...cells: string[]): HTMLElement => make("tr", {}, make("th", { scope: "row" }, cells[0]!), ...cells.slice(1).map((text) => make("td", {}, text)));
    this.body.replaceChildren(
      make("tr", {}, make("td", {}), make("th", { scope: "col" }, `says “${yes}”`), make("th", { scope: "col" }, `says “${no}”`)),
      row(`is ${yes}`, `${whole(found)} found`, `${whole(missed)} missed`),
      row(`is ${no}`, `${whole(false_alarms)} false alarms`, `${whole(passed)} rightly passed`),
    );
  }
}

function share(value: number | null): string {
  return value === null ? "undefined: 0 / 0" : percent(value);
}
