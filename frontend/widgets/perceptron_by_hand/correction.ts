// A correction in words and numbers; each number can be clicked for its explanation.
import { make } from "../../dom/element.ts";
import { numberButton } from "../../dom/number.ts";
import { short } from "../../lib/numbers.ts";
import type { ExampleView, Learned } from "../../wire/perceptron_by_hand.ts";

/** How the page writes the numbers of a correction. */
const SYMBOLS: Record<string, string> = {
  "x[0]": "x₁",
  "x[1]": "x₂",
  target: "right answer",
  z: "z",
  a: "answer",
  mistake: "mistake",
  "weight_after[0]": "new w₁",
  "weight_after[1]": "new w₂",
  bias_after: "new b",
};

/** What was wrong with a point, and what becomes of weights and bias; `weight` and `bias` are those before. */
export function correctionParts(view: ExampleView, learned: Learned, weight: readonly number[], bias: number, explain: (reference: string) => void): HTMLElement[] {
  const value = new Map(learned.numbers.map(({ reference, value }) => [reference.replace("perceptron.", ""), value!]));
  const of = (name: string): number => value.get(name)!;
  const [right, mistake] = [of("target") === 1 ? view.yes : view.no, of("mistake")];
  const said = `The point at ${short(of("x[0]"))}, ${short(of("x[1]"))} should be “${right}”. Mistake: ${of("target")} − ${of("a")} = ${short(mistake)}.`;
  const step = (symbol: string, before: number, feature: number | null, after: number): HTMLElement =>
    make("div", {}, `${symbol} ← ${short(before)} + ${bracketed(mistake)}${feature === null ? "" : ` · ${bracketed(feature)}`} = ${short(after)}`);
  return [
    make("p", {}, said),
    step("w₁", weight[0]!, of("x[0]"), of("weight_after[0]")),
    step("w₂", weight[1]!, of("x[1]"), of("weight_after[1]")),
    step("b", bias, null, of("bias_after")),
    make("div", { class: "gn-row", role: "group", "aria-label": "Numbers of this correction" }, ...[...value].map(([name, number]) => chip(name, number, explain))),
  ];
}

function chip(name: string, value: number, explain: (reference: string) => void): HTMLElement {
  return numberButton({ reference: `perceptron.${name}`, symbol: SYMBOLS[name]!, value, text: short(value), digits: 3, sign: "", onClick: explain });
}

function bracketed(value: number): string {
  return value < 0 ? `(${short(value)})` : short(value);
}
