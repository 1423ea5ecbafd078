// The tables of a race: how each walker fares, and every walker's height step by step.
import { make } from "../../dom/element.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import type { Walker } from "./race_tab.ts";

const STEPS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 300, 500];

export class RaceTables {
  readonly outcomes: HTMLElement;
  readonly byStep: HTMLElement;
  private readonly outcomeRows = make("tbody", {});
  private readonly stepHead = make("thead", {});
  private readonly stepRows = make("tbody", {});

  /** `mark` makes a sample of a rule's line. */
  constructor(private readonly mark: (rule: string) => Element) {
    const head = ["rule", "current height", "outcome"].map((text) => make("th", { scope: "col" }, text));
    const scroll = (label: string, table: HTMLElement): HTMLElement => make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": label }, table);
    this.outcomes = scroll("Outcomes", make("table", {}, make("thead", {}, make("tr", {}, ...head)), this.outcomeRows));
    this.byStep = scroll("Heights by step", make("table", { class: "gn-by-step" }, make("caption", {}, "Height after a number of steps"), this.stepHead, this.stepRows));
  }

  draw(walkers: readonly Walker[], until: number, last: number): void {
    this.outcomeRows.replaceChildren(
      ...walkers.map(({ name, label, values, verdict }) => {
        const now = values[Math.min(until, values.length) - 1];
        return make("tr", {}, make("td", {}, this.mark(name), label), make("td", {}, decimal(now ?? NaN, 4)), make("td", {}, until > last ? verdict : ""));
      }),
    );
    this.stepHead.replaceChildren(make("tr", {}, ...["step", ...walkers.map(({ label }) => label)].map((text) => make("th", { scope: "col" }, text))));
    const height = (value: number | null | undefined): string => (value === undefined ? "gone" : decimal(value, 4));
    this.stepRows.replaceChildren(
      ...STEPS.filter((step) => step < until).map((step) => make("tr", {}, make("th", { scope: "row" }, whole(step)), ...walkers.map(({ values }) => make("td", {}, height(values[step]))))),
    );
  }
}
