// widgets/optimizer_race/tally.ts
import { button } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { decimal, whole } from "../../lib/numbers.js";
import { PlayLoop } from "../../lib/play.js";
var TallyTable = class {
  constructor(settings) {
    this.settings = settings;
    this.button = button({ name: "count", label: "Count wins", text: "Count wins", onClick: () => this.loop.toggle() });
    this.bar = make("progress", { "aria-label": "Starts counted", max: settings.seeds, value: 0 });
    this.loop = new PlayLoop({ turn: () => settings.count(), changed: () => this.label(), failed: settings.failed });
    const head = ["rule", "wins", "median loss", "lowest", "highest"].map((text) => make("th", { scope: "col" }, text));
    const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), this.body);
    this.element = make(
      "div",
      {},
      make("div", { class: "gn-row" }, this.button, this.bar),
      this.words,
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Wins" }, table)
    );
  }
  settings;
  element;
  seeds = 0;
  button;
  bar;
  body = make("tbody", {});
  words = make("p", { class: "gn-note", role: "status" });
  loop;
  stop() {
    this.loop.pause();
  }
  show(tally, rows) {
    this.seeds = tally.seeds;
    this.bar.value = tally.seeds;
    const most = Math.max(...rows.map(({ name }) => tally.wins[name] ?? 0));
    this.body.replaceChildren(
      ...rows.map(({ name, label, mark }) => {
        const losses = (tally.losses[name] ?? []).map((loss) => loss ?? Infinity).sort((a, b) => a - b);
        const numbers = losses.length ? [median(losses), losses[0], losses.at(-1)].map((loss) => make("td", {}, decimal(loss, 4))) : [1, 2, 3].map(() => make("td", {}, "–"));
        const wins = tally.wins[name] ?? 0;
        return make("tr", { class: most > 0 && wins === most ? "gn-best" : "" }, make("th", { scope: "row" }, mark, label), make("td", {}, losses.length ? whole(wins) : "–"), ...numbers);
      })
    );
    const { seeds } = this.settings;
    setText(this.words, tally.seeds === 0 ? `Each of ${seeds} starts has weights and batches of its own, the same for all rules.` : `${tally.seeds} of ${seeds} starts counted. A start is won by the lowest loss after the last update.`);
    this.label();
  }
  label() {
    const done = this.seeds >= this.settings.seeds;
    const text = this.loop.playing ? "Stop" : done ? "Counted" : this.seeds > 0 ? "Count on" : `Count wins over ${this.settings.seeds} starts`;
    setText(this.button.firstElementChild, text);
    this.button.setAttribute("aria-label", text);
    this.button.title = text;
    this.button.setAttribute("aria-disabled", String(done && !this.loop.playing));
  }
};
function median(sorted) {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
export {
  TallyTable
};
