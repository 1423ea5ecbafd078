// Why a number is what it is: in symbols, in numbers, the value, and the numbers it was made from, to ask in turn.
import { whole } from "../lib/numbers.ts";
import type { ExplanationView, Term } from "../wire/shared.ts";
import { button } from "./controls.ts";
import { make } from "./element.ts";
import { focusWithin, numberButton, show } from "./number.ts";

export type Explanation = ExplanationView;

/** One number of one step of one run. */
export interface Asked {
  reference: string;
  step: number;
  track: string;
  /** How many terms of a long sum to show; Python decides where it is left out. */
  terms?: number;
}

/** As many terms as Python shows at most. */
const MOST_TERMS = 400;

interface Settings {
  /** Ask Python; the answer comes to `show`. */
  ask: (asked: Asked) => void;
  /** Which run a reference of another run's name belongs to. */
  tracks: () => readonly { name: string; label: string }[];
  digits: number;
  /** The same question in Python, where there is one. */
  code: (asked: Asked) => string;
}

export class ExplanationPanel {
  readonly element = make("div", { class: "gn-why", role: "status", "aria-label": "Why this number" });
  private readonly way: Asked[] = [];

  constructor(private readonly settings: Settings) {
    this.element.append(make("p", { class: "gn-note" }, "Click any number, or press Enter on it, to see what made it."));
  }

  /** The number that is explained now. */
  get asked(): Asked | undefined {
    return this.way.at(-1);
  }

  /** Begin with a number of the picture. */
  begin(asked: Asked): void {
    this.way.length = 0;
    this.go(asked);
  }

  /** Show the answer to the last question. */
  show(explanation: Explanation): void {
    const { asked } = this;
    if (!asked || explanation.reference.text !== asked.reference) return;
    const focused = focusWithin(this.element);
    this.element.replaceChildren(...this.parts(asked, explanation));
    if (focused) this.element.querySelector<HTMLElement>("button")?.focus();
    this.element.scrollIntoView({ block: "nearest" });
  }

  private go(asked: Asked): void {
    this.way.push(asked);
    this.settings.ask(asked);
  }

  private back(): void {
    this.way.pop();
    if (this.asked) this.settings.ask(this.asked);
  }

  private parts(asked: Asked, explanation: Explanation): HTMLElement[] {
    const { digits } = this.settings;
    const value = typeof explanation.value === "number" ? explanation.value : null;
    const shown = value === null ? String(explanation.value) : Number.isInteger(value) ? whole(value) : show(value, Math.max(6, digits));
    const parts: HTMLElement[] = [];
    if (this.way.length > 1) {
      const before = this.way.at(-2)!;
      parts.push(button({ name: "why-back", label: `Back to ${before.reference}`, text: `← ${before.reference}`, onClick: () => this.back() }));
    }
    const whose = this.settings.tracks().length > 1 ? `, ${this.label(asked.track)}` : "";
    parts.push(make("h3", {}, `Why is ${asked.reference} ${shown}?`), make("p", { class: "gn-note" }, `Step ${whole(asked.step)}${whose}`));
    if (explanation.note) parts.push(make("p", {}, `It was not computed in this step: ${explanation.note}.`));
    else {
      const long = asked.terms ? { tabindex: 0, role: "region", "aria-label": "The arithmetic, at length" } : {};
      parts.push(make("div", { class: "gn-sum", ...long }, make("p", {}, explanation.formula), make("p", {}, `= ${right(explanation.numbers)}`), make("p", {}, `= ${shown}`)));
    }
    const leaves = this.leaves(asked, explanation);
    if (leaves) parts.push(leaves);
    const more = this.more(asked, explanation.expression);
    if (more) parts.push(more);
    const code = this.settings.code(asked);
    if (code) parts.push(make("p", { class: "gn-note" }, "In Python: ", make("code", {}, code)));
    return parts;
  }

  private more(asked: Asked, expression: Term): HTMLElement | null {
    let [shown, left] = [0, 0];
    const walk = ({ operands = [], folded }: Term): void => {
      if (folded && folded.terms > left) [shown, left] = [operands.length, folded.terms];
      operands.forEach(walk);
    };
    walk(expression);
    const terms = Math.min(MOST_TERMS, shown + left, Math.max(24, 4 * shown));
    if (terms <= shown) return null;
    const text = `Show ${whole(terms - shown)} more of ${whole(shown + left)} terms`;
    return button({
      name: "more-terms",
      label: text,
      text,
      onClick: () => {
        this.way.pop();
        this.go({ ...asked, terms });
      },
    });
  }

  private label(track: string): string {
    return this.settings.tracks().find(({ name }) => name === track)?.label ?? track;
  }

  private leaves(asked: Asked, { expression, earlier }: Explanation): HTMLElement | null {
    const found = referencesOf(expression);
    found.delete(asked.reference);
    const buttons = [...found].map(([reference, { value }]) =>
      numberButton({ reference, symbol: reference, value: typeof value === "number" ? value : null, text: Number.isInteger(value) ? whole(Number(value)) : undefined, digits: this.settings.digits, sign: "", onClick: () => this.go(this.leaf(reference, asked)) }),
    );
    if (earlier) {
      const { step, reference } = earlier;
      buttons.push(make("button", { type: "button", class: "gn-num", name: "earlier-number", onclick: () => this.go({ track: asked.track, step, reference: reference.text }) }, `step ${whole(step)}, which left it`));
    }
    if (buttons.length === 0) return null;
    const words = found.size > 0 ? "made from" : "made in";
    return make("div", { class: "gn-from", role: "group", "aria-label": "Numbers that it is made from" }, make("span", { class: "gn-note" }, words), ...buttons);
  }

  // run.dense_1/weight[0, 1] is dense_1.weight[0, 1] of the run of that name.
  private leaf(reference: string, { step, track }: Asked): Asked {
    const asked = { step, track };
    const [owner, rest] = [reference.slice(0, reference.indexOf(".")), reference.slice(reference.indexOf(".") + 1)];
    if (!this.settings.tracks().some(({ name }) => name === owner)) return { ...asked, reference };
    return { ...asked, track: owner, reference: rest.replace("/", ".") };
  }
}

/** The numbers that an expression shows, each once, by name. */
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
