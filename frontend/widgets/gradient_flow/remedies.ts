// Remedies as switches, each with its effect, measured on the settings without any.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { brief, percent } from "../../lib/numbers.ts";
import { PlayLoop } from "../../lib/play.ts";
import type { Effects, EffectView, RemedyView } from "../../wire/gradient_flow.ts";

interface Settings {
  remedies: readonly RemedyView[];
  /** Measure one more; false when all are done. */
  measure: () => Promise<boolean>;
  toggle: (name: string, on: boolean) => void;
  failed: (error: Error) => void;
}

export class Remedies {
  readonly element: HTMLElement;
  private effects: Effects | null = null;
  private readonly button: HTMLButtonElement;
  private readonly bar = make("progress", { "aria-label": "Remedies measured", max: 1, value: 0 });
  private readonly boxes = new Map<string, HTMLInputElement>();
  private readonly cells = new Map<string, HTMLElement[]>();
  private readonly loop: PlayLoop;

  constructor(private readonly settings: Settings) {
    this.button = button({ name: "measure", label: "Measure all", text: "Measure all", onClick: () => this.loop.toggle() });
    this.loop = new PlayLoop({ turn: () => settings.measure(), changed: () => this.label(), failed: settings.failed });
    const head = ["remedy", "gradient, first / last layer", "accuracy", "lowest", "highest"].map((text) => make("th", { scope: "col" }, text));
    const rows = [{ name: "none", label: "As it is" }, ...settings.remedies].map(({ name, label }) => this.row(name, label));
    const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
    this.element = make(
      "div",
      {},
      make("div", { class: "gn-row" }, this.button, this.bar),
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Remedies" }, table),
    );
  }

  stop(): void {
    this.loop.pause();
  }

  /** Which remedies are switched on, and what is known of each; null if the settings are other ones. */
  show(on: ReadonlySet<string>, effects: Effects | null): void {
    this.effects = effects;
    for (const [name, box] of this.boxes) box.checked = on.has(name);
    this.bar.max = effects?.total ?? 1;
    this.bar.value = effects?.count ?? 0;
    const without = effects?.rows[0];
    for (const [name, cells] of this.cells) {
      const row = effects?.rows.find((one) => one.name === name);
      textsOf(row).forEach((text, i) => setText(cells[i]!, text));
      const helps = row && without && row !== without && lowest(row) > highest(without) + 0.05;
      cells[1]!.dataset["helps"] = String(Boolean(helps));
    }
    this.label();
  }

  private row(name: string, label: string): HTMLElement {
    const cells = [0, 1, 2, 3].map(() => make("td", {}, "–"));
    this.cells.set(name, cells);
    if (name === "none") return make("tr", {}, make("th", { scope: "row" }, label), ...cells);
    const box = make("input", { type: "checkbox", name: `remedy-${name}`, onchange: () => this.settings.toggle(name, box.checked) });
    this.boxes.set(name, box);
    return make("tr", {}, make("th", { scope: "row" }, make("label", { class: "gn-check" }, box, label)), ...cells);
  }

  private label(): void {
    const { effects } = this;
    const done = effects !== null && effects.count >= effects.total;
    const text = this.loop.playing ? "Stop" : done ? "Measured" : effects?.count ? "Measure on" : "Measure every remedy";
    setText(this.button.firstElementChild!, text);
    this.button.setAttribute("aria-label", text);
    this.button.title = text;
    this.button.setAttribute("aria-disabled", String(done && !this.loop.playing));
  }
}

function textsOf(row: EffectView | undefined): string[] {
  if (!row || row.accuracies.length === 0) return ["–", "–", "–", "–"];
  const ratios = row.ratios.map((ratio) => ratio ?? Infinity).sort((a, b) => a - b);
  const ratio = ratios[Math.floor(ratios.length / 2)]!;
  const known = row.accuracies.filter((one): one is number => one !== null).sort((a, b) => a - b);
  const lost = row.accuracies.length - known.length;
  const shown = !Number.isFinite(ratio) ? "∞" : ratio >= 1e4 ? ratio.toExponential(1).replace("e+", "e") : brief(ratio);
  if (known.length === 0) return [shown, "diverges", "", ""];
  const middle = percent(known[Math.floor(known.length / 2)]!) + (lost ? `, ${lost} diverged` : "");
  return [shown, middle, percent(known[0]!), percent(known.at(-1)!)];
}

function lowest({ accuracies }: EffectView): number {
  return Math.min(...accuracies.map((one) => one ?? 0));
}

function highest({ accuracies }: EffectView): number {
  return Math.max(0, ...accuracies.map((one) => one ?? 0));
}
