// The search of learning rates: the same rates for every rule, tried one after the other, and the loss that each led to.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Plot, type Line } from "../../dom/plot.ts";
import { decimal, short } from "../../lib/numbers.ts";
import { PlayLoop } from "../../lib/play.ts";
import type { Found, Tried } from "../../wire/optimizer_race.ts";

interface Settings {
  /** Try one more rate; false when all are done. */
  search: () => Promise<boolean>;
  failed: (error: Error) => void;
}

interface Row {
  name: string;
  label: string;
  mark: Element;
  ink: string;
  dash: string;
}

export class RateSearch {
  readonly element: HTMLElement;
  private found: Found = { tried: {}, count: 0, total: 1 };
  private rows: readonly Row[] = [];
  private readonly button: HTMLButtonElement;
  private readonly bar = make("progress", { "aria-label": "Rates tried", max: 1, value: 0 });
  private readonly plot = new Plot("Median loss after the last update against the learning rate, for every rule", 280, () => this.draw());
  private readonly body = make("tbody", {});
  private readonly loop: PlayLoop;

  constructor(settings: Settings) {
    this.button = button({ name: "search", label: "Search", text: "Search", class: "gn-button gn-main", onClick: () => this.loop.toggle() });
    this.loop = new PlayLoop({ turn: () => settings.search(), changed: () => this.label(), failed: settings.failed });
    const head = ["rule", "best rate", "median loss", "lowest", "highest"].map((text) => make("th", { scope: "col" }, text));
    const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), this.body);
    this.element = make(
      "div",
      {},
      make("div", { class: "gn-row" }, this.button, this.bar),
      this.plot.element,
      make("p", { class: "gn-note" }, "Three starts for each rate; they are not among those that are counted in the race."),
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Best rates" }, table),
    );
  }

  stop(): void {
    this.loop.pause();
  }

  close(): void {
    this.stop();
    this.plot.close();
  }

  show(found: Found, rows: readonly Row[]): void {
    Object.assign(this, { found, rows });
    this.bar.max = found.total;
    this.bar.value = found.count;
    this.body.replaceChildren(
      ...rows.map(({ name, label, mark }) => {
        const best = bestOf(found.tried[name] ?? []);
        const cells = best ? [short(best.rate), ...[best.middle, best.low, best.high].map((loss) => decimal(loss ?? Infinity, 4))] : ["–", "–", "–", "–"];
        return make("tr", {}, make("th", { scope: "row" }, mark, label), ...cells.map((text) => make("td", {}, text)));
      }),
    );
    this.label();
    this.draw();
  }

  private draw(): void {
    const lines: Line[] = this.rows.map(({ name, ink, dash }) => {
      const tried = this.found.tried[name] ?? [];
      return { xs: tried.map(({ rate }) => Math.log10(rate)), ys: tried.map(({ middle }) => middle ?? NaN), ink, dash };
    });
    const losses = lines.flatMap(({ ys }) => Array.from(ys)).filter(Number.isFinite);
    const low = Math.min(0.1, ...losses) / 1.5;
    const dots = lines.flatMap(({ xs, ys, ink }) => Array.from(xs, (x, i) => ({ x, y: ys[i]!, ink, radius: 3 })).filter(({ y }) => Number.isFinite(y) && y < 10));
    this.plot.draw({ x: [-3.2, 1.2], y: [low, 10], xLabel: "learning rate, as a power of ten", yLabel: "median loss", log: true }, lines, dots);
  }

  private label(): void {
    const { count, total } = this.found;
    const done = count >= total;
    const text = this.loop.playing ? "Stop" : done ? "Searched" : count > 0 ? "Search on" : "Search the rates";
    setText(this.button.firstElementChild!, text);
    this.button.setAttribute("aria-label", text);
    this.button.title = text;
    this.button.setAttribute("aria-disabled", String(done && !this.loop.playing));
  }
}

function bestOf(tried: readonly Tried[]): Tried | undefined {
  return [...tried].sort((a, b) => (a.middle ?? Infinity) - (b.middle ?? Infinity))[0];
}
