// How a number was computed, in mathematical notation: its formula, the same in numbers, its value, and what went into it.
import type { Symbols } from "../lib/symbols.ts";
import type { ExplanationView } from "../wire/shared.ts";
import { make } from "./element.ts";
import { referencesOf } from "./explanation.ts";
import { numberButton, show } from "./number.ts";

export interface Asked {
  explanation: ExplanationView;
  symbols: Symbols;
  digits: number;
  ask: (reference: string) => void;
}

/** The value of an explained number; null if it isn't finite. */
export function valueOf({ value }: ExplanationView): number | null {
  return typeof value === "number" ? value : null;
}

/** The question, as a heading; in a lesson that opens on the widget, the only heading above it is the title. */
export function heading({ explanation, symbols, digits }: Asked, level: "h2" | "h3" = "h3"): HTMLElement {
  return make(level, {}, `Why is ${symbols.reference(explanation.reference.text)} = ${show(valueOf(explanation), digits)}?`);
}

/** The arithmetic in three lines. */
export function arithmetic({ explanation, symbols, digits }: Asked): HTMLElement {
  const { text, layer } = explanation.reference;
  return make(
    "div",
    { class: "gn-sum" },
    make("p", {}, `${symbols.reference(text)} = ${symbols.line(rightSide(explanation.formula), layer)}`),
    make("p", {}, `= ${rightSide(explanation.numbers)}`),
    make("p", {}, `= ${show(valueOf(explanation), Math.max(6, digits))}`),
  );
}

/** The numbers that went into it, each a button. */
export function ingredients({ explanation, symbols, digits, ask }: Asked): HTMLElement | null {
  const found = referencesOf(explanation.expression);
  if (found.size === 0) return null;
  const buttons = [...found].map(([reference, term]) =>
    numberButton({ reference, symbol: symbols.reference(reference), value: typeof term.value === "number" ? term.value : null, digits, sign: "", onClick: ask }),
  );
  return make("div", { class: "gn-from", role: "group", "aria-label": "Numbers it was computed from" }, make("span", { class: "gn-note" }, "computed from"), ...buttons);
}

/** A number within a line; a factor in brackets where it is negative. */
export function inlineNumber(reference: string, value: number | null, { symbols, digits, ask }: Pick<Asked, "symbols" | "digits" | "ask">, factor = true): HTMLElement {
  const text = show(value, digits);
  return numberButton({ reference, symbol: symbols.reference(reference), value, digits, sign: "", text: factor && text.startsWith("−") ? `(${text})` : text, class: "gn-chip gn-flat gn-inline", onClick: ask });
}

/** The right-hand side of an equation. */
export function rightSide(equation: string): string {
  return equation.slice(equation.indexOf(" = ") + 3);
}
