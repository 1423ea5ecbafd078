// A series and two averages of it: a plot that plays day by day, and a table whose numbers explain themselves.
import { select, slider } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { ExplanationPanel } from "../../dom/explanation.ts";
import { numberButton } from "../../dom/number.ts";
import { Plot } from "../../dom/plot.ts";
import { Recording } from "../../dom/recording.ts";
import type { Shell } from "../../dom/shell.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import { short, whole } from "../../lib/numbers.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import type { AveragesView, Opening, Wire } from "../../wire/running_average.ts";

const TRACKS = ["first", "second"] as const;
const NAMES = ["first β", "second β"] as const;
/** All of a long series within six seconds. */
const PLAY_MS = 6000;
const SLOWEST_MS = 700;

export class Averages {
  private settings = { series: "", betas: [0, 0] as [number, number], corrected: false };
  private shown: Answer<AveragesView> | null = null;
  private readonly words = make("p", { class: "gn-note" });
  private readonly plot = new Plot("The series and both averages", 260, () => this.draw());
  private readonly key = make("div", { class: "gn-key" });
  private readonly head = make("thead", {});
  private readonly body = make("tbody", {});
  private readonly correct = make("input", { type: "checkbox", name: "corrected", onchange: () => this.set({ corrected: this.correct.checked }) });
  private readonly clock = new Recording({
    label: "Numbers so far",
    place: "number",
    everyMs: SLOWEST_MS,
    names: { slider: "place", previous: "back", next: "on" },
    words: (now, last) => `${whole(now)} of ${whole(last)}`,
    onMove: () => this.draw(),
  });
  private readonly why: ExplanationPanel;

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    this.why = new ExplanationPanel({
      ask: ({ reference, step, track, terms }) => channel.request("explain", { reference, step, track, terms: terms ?? null }, ({ head }) => this.why.show(head.explanation)),
      tracks: () => [],
      digits: 4,
      code: () => "",
    });
    channel.request("open", {}, ({ head }) => this.build(head));
  }

  retheme(): void {
    this.draw();
  }

  close(): void {
    this.clock.stop();
    this.plot.close();
  }

  private build(opening: Opening): void {
    const what = opening.series.find(({ name }) => name === opening.chosen)!.label;
    this.shell.root.setAttribute("aria-label", `Running average: ${what}`); // a page may have several
    const kinds = select({
      label: "Average of",
      help: "The series that is averaged",
      name: "series",
      options: opening.series.map(({ name, label }) => ({ value: name, label })),
      onInput: (series) => this.set({ series }),
    });
    kinds.show(opening.chosen);
    const betas = NAMES.map((label, i) => {
      const control = slider({
        label,
        help: "The share of the average that is kept when a number comes in",
        name: `beta-${i + 1}`,
        min: 0,
        max: 0.99,
        step: 0.01,
        format: short,
        onInput: (beta) => this.set({ betas: this.settings.betas.map((old, place) => (place === i ? beta : old)) as [number, number] }),
      });
      control.show(opening.betas[i]!);
      return control.element;
    });
    this.correct.checked = opening.corrected;
    const table = make("table", {}, this.head, this.body);
    this.shell.root.append(
      make("div", { class: "gn-row" }, kinds.element, make("label", { class: "gn-check" }, this.correct, "Bias correction")),
      this.words,
      this.clock.element,
      this.plot.element,
      this.key,
      make("div", { class: "gn-row" }, ...betas),
      make("div", { class: "gn-scroll gn-days", tabindex: "0", role: "group", "aria-label": "Numbers" }, table),
      this.why.element,
    );
    this.set({ series: opening.chosen, betas: [...opening.betas] as [number, number], corrected: opening.corrected });
  }

  private set(change: Partial<typeof this.settings>): void {
    Object.assign(this.settings, change);
    this.channel.request("look", this.settings, (answer) => {
      const other = answer.head.series !== this.shown?.head.series;
      this.shown = answer;
      const last = answer.arrays[0]!.length;
      if (other) this.clock.record(last, last, Math.min(SLOWEST_MS, PLAY_MS / last));
      this.draw();
    });
  }

  private draw(): void {
    const { shown, shell, clock } = this;
    if (!shown) return;
    const { head, arrays } = shown;
    const x = arrays[0]!;
    const until = clock.now;
    const averages = TRACKS.map((_, i) => arrays[1 + 2 * i + Number(head.corrected)]!);
    const places = Array.from(x, (_, i) => i + 1);
    const everything = [0, ...x, ...averages.flatMap((row) => [...row])];
    const [low, high] = [Math.min(...everything), Math.max(...everything)];
    const room = 0.06 * (high - low || 1);
    const unit = head.unit ? `, ${head.unit}` : "";
    const lines = averages.map((row, i) => ({ xs: places.slice(0, until), ys: row.subarray(0, until), ink: inkOf(i, shell.theme), dash: dashOf(i) }));
    const dots = places.slice(0, until).map((at, i) => ({ x: at, y: x[i]!, ink: "var(--gn-quiet)", radius: 3 }));
    const ends = lines.filter(({ xs }) => xs.length).map(({ xs, ys, ink }) => ({ x: xs.at(-1)!, y: ys[ys.length - 1]!, ink, radius: 5 }));
    this.plot.draw({ x: [0.5, x.length + 0.5], y: [low - room, high + room], xLabel: head.place, yLabel: `${head.place === "metre" ? "height" : head.unit ? "distance" : "slope"}${unit}` }, lines, [...dots, ...ends]);
    setText(this.words, head.words);
    const mark = (i: number): HTMLElement => make("span", {}, swatch(inkOf(i, shell.theme), dashOf(i)), `average, β = ${short(head.betas[i]!)}`);
    this.key.replaceChildren(make("span", {}, make("span", { class: "gn-dot", "aria-hidden": "true" }), "the numbers"), mark(0), mark(1));
    this.drawTable(shown, until);
    const root = this.shell.root.dataset;
    const ends2 = averages.map((row) => (until ? row[until - 1]!.toFixed(4) : "none"));
    Object.assign(root, { ready: "true", series: head.series, corrected: String(head.corrected), place: String(until), averages: ends2.join(" "), betas: head.betas.join(" ") });
  }

  private drawTable({ head, arrays }: Answer<AveragesView>, until: number): void {
    const columns = ["x", ...head.betas.flatMap((beta) => [`average, β = ${short(beta)}`, ...(head.corrected ? ["corrected"] : [])])];
    this.head.replaceChildren(make("tr", {}, ...[head.place, ...columns].map((text) => make("th", { scope: "col" }, text))));
    const cell = (part: string, t: number, value: number, track: (typeof TRACKS)[number]): HTMLElement => {
      const reference = `${head.series}.${part}[${t}]`;
      const onClick = (): void => {
        this.clock.stop();
        this.why.begin({ reference, step: t, track });
      };
      return make("td", {}, numberButton({ reference, symbol: `${part}[${t}]`, value, digits: 3, sign: "", class: "gn-chip", onClick }));
    };
    const rows = Array.from({ length: until }, (_, i) => {
      const t = i + 1;
      const found = TRACKS.flatMap((track, place) => [
        cell("average", t, arrays[1 + 2 * place]![i]!, track),
        ...(head.corrected ? [cell("corrected", t, arrays[2 + 2 * place]![i]!, track)] : []),
      ]);
      return make("tr", {}, make("th", { scope: "row" }, whole(t)), cell("x", t, arrays[0]![i]!, "first"), ...found);
    });
    this.body.replaceChildren(...rows.reverse());
  }
}
