// Symbols that light up together: in the formula, in the code and in the table.
import { make, setAttribute } from "../../dom/element.ts";
import { typeset } from "../../dom/formula.ts";
import type { Symbol as RuleSymbol } from "../../wire/update_rules.ts";

const WORD = /[A-Za-z_][A-Za-z_0-9]*|[^A-Za-z_]+/g;

/** A line of a formula, with its symbols marked. */
export function markedFormula(target: string, formula: string, symbols: readonly RuleSymbol[]): HTMLElement {
  const line = typeset(`<mrow>${target}<mo>←</mo>${formula}</mrow>`);
  const names = new Map(symbols.map(({ name, mathml }) => [textOf(mathml), name]));
  for (const element of line.querySelectorAll("mi, msub, mover")) {
    if (["msub", "mover"].includes(element.parentElement!.tagName)) continue;
    const name = names.get(element.textContent ?? "");
    if (name) setAttribute(element, "data-symbol", name);
  }
  for (const bracket of line.querySelectorAll("mo")) if (!bracket.parentElement!.querySelector("mfrac")) bracket.setAttribute("stretchy", "false");
  return line;
}

/** Code, with the words that stand for symbols marked. */
export function markedCode(code: string, symbols: readonly RuleSymbol[]): HTMLElement {
  const names = new Map(symbols.flatMap(({ name, words }) => words.map((word) => [word, name] as const)));
  const pieces = (code.match(WORD) ?? []).map((piece) => {
    const name = names.get(piece);
    return name ? make("span", { "data-symbol": name }, piece) : piece;
  });
  return make("pre", { tabindex: "0", role: "group", "aria-label": "The engine's code" }, make("code", {}, ...pieces));
}

/** Light up whatever belongs to the symbol under the pointer or in focus; a click on a key keeps it lit. */
export class Lights {
  private kept = "";

  constructor(private readonly root: HTMLElement) {
    const over = (event: Event): void => this.light(nameAt(event.target) || this.kept);
    root.addEventListener("pointerover", over);
    root.addEventListener("focusin", over);
    root.addEventListener("pointerleave", () => this.light(this.kept));
  }

  keep(name: string): void {
    this.kept = this.kept === name ? "" : name;
    this.light(this.kept);
  }

  /** Show again what is lit, after something was drawn. */
  refresh(): void {
    this.light(this.kept);
  }

  private light(name: string): void {
    for (const element of this.root.querySelectorAll<HTMLElement>("[data-symbol]")) {
      element.classList.toggle("gn-lit", name !== "" && element.dataset["symbol"] === name);
      if (element.tagName === "BUTTON") setAttribute(element, "aria-pressed", String(element.dataset["symbol"] === this.kept));
    }
    this.root.dataset["lit"] = name;
  }
}

function nameAt(target: EventTarget | null): string {
  return (target as HTMLElement | null)?.closest?.<HTMLElement>("[data-symbol]")?.dataset["symbol"] ?? "";
}

function textOf(mathml: string): string {
  return mathml.replace(/<[^>]*>/g, "");
}
