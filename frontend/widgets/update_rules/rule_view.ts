// One rule: what it computes, the code that does it, and what becomes of two parameters, update by update.
import { select, slider } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { formulaBox, typeset } from "../../dom/formula.ts";
import { Plot, type Line } from "../../dom/plot.ts";
import { Recording } from "../../dom/recording.ts";
import type { Shell } from "../../dom/shell.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import { decimal, short, whole } from "../../lib/numbers.ts";
import { fromLogSlider, toLogSlider } from "../../lib/scales.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import type { Opening, Sheet, Wire } from "../../wire/update_rules.ts";
import { Lights, markedCode, markedFormula } from "./marked.ts";

const RATES = [0.001, 10] as const;
const PLAY_MS = 6000;
const STEPS = 60;
const DIRECTIONS = ["flat direction", "steep direction"] as const;

export class RuleView {
  private shown: Answer<Sheet> | null = null;
  private rule = "";
  private readonly idea = make("p", { class: "gn-note" });
  private readonly formulas = formulaBox("The rule");
  private readonly code = make("div", {});
  private readonly keys = make("div", { class: "gn-row gn-keys", role: "group", "aria-label": "Highlight a symbol" });
  private readonly constants = make("p", { class: "gn-note" });
  private readonly body = make("tbody", {});
  private readonly places = new Plot("Both parameters against updates", 220, () => this.draw());
  private readonly steps = new Plot("The length of each update in both directions", 220, () => this.draw());
  private readonly legend = make("div", { class: "gn-key" });
  private readonly lights: Lights;
  private readonly clock = new Recording({
    label: "Update",
    place: "update",
    everyMs: PLAY_MS / STEPS,
    names: { slider: "update", previous: "back", next: "on" },
    words: (now, last) => `${whole(now)} of ${whole(last)}`,
    onMove: () => this.draw(),
  });
  private readonly rate = slider({
    label: "Learning rate η",
    help: "The rule's own learning rate",
    name: "rate",
    min: 0,
    max: 1,
    step: 0.005,
    toValue: (place) => fromLogSlider(place, ...RATES),
    toPosition: (value) => toLogSlider(value, ...RATES),
    format: short,
    onInput: (rate) => this.ask(this.rule, rate),
  });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    this.lights = new Lights(shell.root);
    channel.request("open", {}, ({ head }) => this.build(head));
  }

  retheme(): void {
    this.draw();
  }

  close(): void {
    this.clock.stop();
    this.places.close();
    this.steps.close();
  }

  private build({ rules, chosen, rate }: Opening): void {
    const kinds = select({
      label: "Update rule",
      help: "Which rule is shown",
      name: "rule",
      options: rules.map(({ name, label }) => ({ value: name, label })),
      onInput: (name) => this.ask(name, null),
    });
    kinds.show(chosen);
    const heading = ["after this update", ...DIRECTIONS].map((text) => make("th", { scope: "col" }, text));
    const table = make("table", {}, make("thead", {}, make("tr", {}, ...heading)), this.body);
    this.shell.root.append(
      make("div", { class: "gn-row" }, kinds.element, this.rate.element),
      this.idea,
      make("div", {}, this.formulas, this.constants),
      this.code,
      this.keys,
      this.clock.element,
      make("div", { class: "gn-columns" }, make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, table), make("div", {}, this.places.element)),
      this.steps.element,
      this.legend,
    );
    this.ask(chosen, rate);
  }

  private ask(rule: string, rate: number | null): void {
    this.rule = rule;
    this.channel.request("show", { rule, rate }, (answer) => {
      const other = answer.head.rule !== this.shown?.head.rule;
      this.shown = answer;
      this.rate.show(answer.head.rate);
      if (other) this.write(answer.head);
      if (other) this.clock.record(answer.head.steps);
      this.draw();
    });
  }

  private write({ idea, lines, symbols, settings, code, default: rate }: Sheet): void {
    setText(this.idea, idea);
    this.formulas.replaceChildren(...lines.map(({ symbol, formula }) => markedFormula(symbol, formula, symbols)));
    this.code.replaceChildren(markedCode(code, symbols));
    const constants = Object.entries(settings).map(([name, value]) => [symbols.find((one) => one.name === name)!.mathml, String(value)] as const);
    this.constants.replaceChildren(
      ...constants.flatMap(([mathml, value]) => [mathOf(mathml), ` = ${value}, `]),
      `η = ${short(rate)} in the engine unless you say otherwise.`,
    );
    const key = ({ name, mathml, meaning }: Sheet["symbols"][number]): HTMLElement =>
      make("button", { type: "button", class: "gn-button", name: `key-${name}`, "data-symbol": name, "aria-pressed": "false", onclick: () => this.lights.keep(name) }, mathOf(mathml), make("span", {}, meaning));
    this.keys.replaceChildren(...symbols.map(key));
    this.lights.refresh();
  }

  private draw(): void {
    const { shown, shell, clock } = this;
    if (!shown) return;
    const { head, arrays } = shown;
    const [table, now] = [arrays[0]!, clock.now];
    const at = (update: number, row: number, direction: number): number => table[(update * head.rows.length + row) * 2 + direction]!;
    this.body.replaceChildren(
      ...head.rows.map((name, row) => {
        const symbol = head.symbols.find((one) => one.name === name);
        const title = symbol ? [mathOf(symbol.mathml), ` ${symbol.meaning}`] : ["change of w"];
        const numbers = DIRECTIONS.map((_, direction) => make("td", { "data-symbol": name }, decimal(at(now, row, direction), 4)));
        return make("tr", { class: symbol?.kept ? "gn-kept" : "" }, make("th", { scope: "row", "data-symbol": name }, ...title), ...numbers);
      }),
    );
    const updates = Array.from({ length: now + 1 }, (_, i) => i);
    const curves = (row: number, from: number, of: (value: number) => number): Line[] =>
      DIRECTIONS.map((_, d) => ({ xs: updates.slice(from), ys: updates.slice(from).map((update) => of(at(update, row, d))), ink: inkOf(d, shell.theme), dash: dashOf(d) }));
    this.places.draw({ x: [0, head.steps], y: [-3, 3], xLabel: "update", yLabel: "w" }, curves(0, 0, (value) => value));
    const last = head.rows.length - 1;
    this.steps.draw({ x: [0, head.steps], y: [1e-3, 10], xLabel: "update", yLabel: "length", log: true }, curves(last, 1, Math.abs));
    this.legend.replaceChildren(...DIRECTIONS.map((name, i) => make("span", {}, swatch(inkOf(i, shell.theme), dashOf(i)), name)));
    this.lights.refresh();
    Object.assign(shell.root.dataset, {
      ready: "true",
      rule: head.rule,
      rate: head.rate,
      update: now,
      kept: head.kept,
      places: [0, 1].map((d) => at(now, 0, d).toFixed(4)).join(" "),
    });
  }
}

function mathOf(mathml: string): HTMLElement {
  const line = typeset(mathml);
  line.className = "gn-math";
  return line;
}
