// Explains a number: formula, arithmetic, value, and the numbers it was computed from, each of which can be clicked in turn.
import { whole } from "../lib/numbers.ts";
import type { ExplainedReference, ExplanationView, Term } from "../wire/shared.ts";
import { button } from "./controls.ts";
import { make } from "./element.ts";
import { focusWithin, numberButton, show } from "./number.ts";

export type Explanation = ExplanationView;

/** One number of one step of one run. */
export interface Query {
  reference: string;
  step: number;
  track: string;
  /** How many terms of a long sum to show; Python decides if it is left out. */
  terms?: number;
  /** The one data point that the step was made on, if it wasn't its own batch. */
  point?: number;
}

/** The most terms that Python shows. */
const MAX_TERMS = 400;

interface Settings {
  /** Ask Python; the answer arrives through `show`. */
  ask: (query: Query) => void;
  /** All runs: a reference may begin with the name of another run. */
  tracks: () => readonly { name: string; label: string }[];
  digits: number;
  /** The same question in Python; empty if there is none. */
  code: (query: Query) => string;
}

export class ExplanationPanel {
  readonly element = make("div", { class: "gn-why", role: "status", "aria-label": "Explanation of this number" });
  private readonly trail: Query[] = [];

  constructor(private readonly settings: Settings) {
    this.clear();
  }

  /** Explain nothing: what was explained is no longer shown. */
  clear(): void {
    this.trail.length = 0;
    this.element.replaceChildren(make("p", { class: "gn-note" }, "Click any number, or press Enter on it, to see how it was computed."));
  }

  /** The number being explained. */
  get query(): Query | undefined {
    return this.trail.at(-1);
  }

  /** Start with a number from the figure. */
  begin(query: Query): void {
    this.trail.length = 0;
    this.go(query);
  }

  /** Show the answer to the last question. */
  show(explanation: Explanation): void {
    const { query } = this;
    if (!query || explanation.reference.text !== query.reference) return;
    const focused = focusWithin(this.element);
    this.element.replaceChildren(...this.parts(query, explanation));
    if (focused) this.element.querySelector<HTMLElement>("button")?.focus();
    this.element.scrollIntoView({ block: "nearest" });
  }

  private go(query: Query): void {
    this.trail.push(query);
    this.settings.ask(query);
  }

  private backTo(place: number): void {
    this.trail.length = place + 1;
    this.settings.ask(this.query!);
  }

  /** The numbers before the last but one, from the one in the figure on. */
  private crumbs(): HTMLElement[] {
    return this.trail.slice(0, -2).map(({ reference }, i) =>
      button({ name: `crumb-${i}`, label: `Back to ${reference}`, text: `${reference} ›`, onClick: () => this.backTo(i) }),
    );
  }

  private parts(query: Query, explanation: Explanation): HTMLElement[] {
    const { digits } = this.settings;
    const value = typeof explanation.value === "number" ? explanation.value : null;
    const shown = value === null ? String(explanation.value) : Number.isInteger(value) ? whole(value) : show(value, Math.max(6, digits));
    const parts: HTMLElement[] = [];
    if (this.trail.length > 1) {
      const before = this.trail.at(-2)!;
      const back = button({ name: "why-back", label: `Back to ${before.reference}`, text: `← ${before.reference}`, onClick: () => this.backTo(this.trail.length - 2) });
      parts.push(make("nav", { class: "gn-row gn-crumbs", "aria-label": "How this number was reached" }, ...this.crumbs(), back));
    }
    const whose = this.settings.tracks().length > 1 ? `, ${this.label(query.track)}` : "";
    parts.push(make("h3", {}, `Why is ${query.reference} = ${shown}?`), make("p", { class: "gn-note" }, `Step ${whole(query.step)}${whose}`));
    if (explanation.note) parts.push(make("p", {}, `It was not computed in this step: ${explanation.note}.`));
    else {
      const long = query.terms ? { tabindex: 0, role: "region", "aria-label": "The full arithmetic" } : {};
      parts.push(make("div", { class: "gn-sum", ...long }, make("p", {}, explanation.formula), make("p", {}, `= ${right(explanation.numbers)}`), make("p", {}, `= ${shown}`)));
    }
    const leaves = this.leaves(query, explanation);
    if (leaves) parts.push(leaves);
    const more = this.more(query, explanation.expression);
    if (more) parts.push(more);
    const code = this.settings.code(query);
    if (code) parts.push(make("p", { class: "gn-note" }, "In Python: ", make("code", {}, code)));
    return parts;
  }

  private more(query: Query, expression: Term): HTMLElement | null {
    let [shown, left] = [0, 0];
    const walk = ({ operands = [], folded }: Term): void => {
      if (folded && folded.terms > left) [shown, left] = [operands.length, folded.terms];
      operands.forEach(walk);
    };
    walk(expression);
    const terms = Math.min(MAX_TERMS, shown + left, Math.max(24, 4 * shown));
    if (terms <= shown) return null;
    const text = `Show ${whole(terms - shown)} more of ${whole(shown + left)} terms`;
    return button({
      name: "more-terms",
      label: text,
      text,
      onClick: () => {
        this.trail.pop();
        this.go({ ...query, terms });
      },
    });
  }

  private label(track: string): string {
    return this.settings.tracks().find(({ name }) => name === track)?.label ?? track;
  }

  private leaves(query: Query, { expression, earlier }: Explanation): HTMLElement | null {
    const found = referencesOf(expression);
    found.delete(query.reference);
    const buttons = [...found].map(([text, { value, reference }]) =>
      numberButton({ reference: text, symbol: text, value: typeof value === "number" ? value : null, text: Number.isInteger(value) ? whole(Number(value)) : undefined, digits: this.settings.digits, sign: "", onClick: () => this.go(this.leaf(reference!, query)) }),
    );
    if (earlier) {
      const { step, reference } = earlier;
      buttons.push(make("button", { type: "button", class: "gn-num", name: "earlier-number", onclick: () => this.go({ track: query.track, step, reference: reference.text }) }, `computed in step ${whole(step)}`));
    }
    if (buttons.length === 0) return null;
    const words = found.size > 0 ? "computed from" : "see";
    return make("div", { class: "gn-from", role: "group", "aria-label": "Numbers it was computed from" }, make("span", { class: "gn-note" }, words), ...buttons);
  }

  // run.dense_1/weight[0, 1] is dense_1.weight[0, 1] of the run with that name.
  private leaf({ text, layer }: ExplainedReference, { step, track, point }: Query): Query {
    if (!this.settings.tracks().some(({ name }) => name === layer)) return { step, track, reference: text, ...(point === undefined ? {} : { point }) };
    return { step, track: layer, reference: text.slice(layer.length + 1).replace("/", ".") };
  }
}

/** The distinct numbers in an expression, by name. */
export function referencesOf(expression: Term): Map<string, Term> {
  const found = new Map<string, Term>();
  const walk = (term: Term): void => {
    if (term.reference && !term.operands) found.set(term.reference.text, term);
    term.operands?.forEach(walk);
  };
  walk(expression);
  return found;
}

function right(text: string): string {
  return text.slice(text.indexOf(" = ") + 3);
}
