// widgets/descent_playground/race_tables.ts
import { make } from "../../dom/element.js";
import { decimal, whole } from "../../lib/numbers.js";
var STEPS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 300, 500];
var RaceTables = class {
  /** `mark` makes a sample of a rule's line. */
  constructor(mark) {
    this.mark = mark;
    const head = ["rule", "current height", "outcome"].map((text) => make("th", { scope: "col" }, text));
    const scroll = (label, table) => make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": label }, table);
    this.outcomes = scroll("Outcomes", make("table", {}, make("thead", {}, make("tr", {}, ...head)), this.outcomeRows));
    this.byStep = scroll("Heights by step", make("table", { class: "gn-by-step" }, make("caption", {}, "Height after a number of steps"), this.stepHead, this.stepRows));
  }
  mark;
  outcomes;
  byStep;
  outcomeRows = make("tbody", {});
  stepHead = make("thead", {});
  stepRows = make("tbody", {});
  draw(walkers, until, last) {
    this.outcomeRows.replaceChildren(
      ...walkers.map(({ name, label, values, verdict }) => {
        const now = values[Math.min(until, values.length) - 1];
        return make("tr", {}, make("td", {}, this.mark(name), label), make("td", {}, decimal(now ?? NaN, 4)), make("td", {}, until > last ? verdict : ""));
      })
    );
    this.stepHead.replaceChildren(make("tr", {}, ...["step", ...walkers.map(({ label }) => label)].map((text) => make("th", { scope: "col" }, text))));
    const height = (value) => value === void 0 ? "gone" : decimal(value, 4);
    this.stepRows.replaceChildren(
      ...STEPS.filter((step) => step < until).map((step) => make("tr", {}, make("th", { scope: "row" }, whole(step)), ...walkers.map(({ values }) => make("td", {}, height(values[step])))))
    );
  }
};
export {
  RaceTables
};
