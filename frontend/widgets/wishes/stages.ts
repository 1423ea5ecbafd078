// The story in five stages: what is seen, what is said, and what the button does next.
import { percent } from "../../lib/numbers.ts";
import type { WishesView } from "../../wire/wishes.ts";

export const STAGES = ["guess", "wishes", "passed", "added", "changed"] as const;
export type Stage = (typeof STAGES)[number];

/** What the main button says in a stage. */
export const ACTIONS: Record<Stage, string> = {
  guess: "What does each output wish?",
  wishes: "Pass the wish on",
  passed: "Add up all ten wishes",
  added: "Grant them a little",
  changed: "Grant them once more",
};

export function describe(stage: Stage, view: WishesView, chosen: number): string {
  const { target, outputs, before, output_wishes, hidden_wishes } = view;
  const read = outputs.indexOf(Math.max(...outputs));
  const said = `It says ${read} with ${percent(outputs[read]!)}, and ${target} with ${percent(outputs[target]!)}.`;
  if (stage === "guess") return `${read === target ? "Now it reads this digit rightly." : `This is a ${target}, and the network gets it wrong.`} ${said}`;
  if (stage === "wishes") {
    const others = output_wishes.map((wish, digit) => (digit === target ? 0 : wish));
    return `The ${target} wishes to grow, to 100 %: ▲. All others wish to shrink, to 0: ▼. The larger the arrow, the stronger the wish; of the others, the ${others.indexOf(Math.min(...others))} has most to lose.`;
  }
  if (stage === "passed") {
    const more = chosen === target ? "grow" : "shrink";
    return `The ${chosen} cannot ${more} by itself: it only adds up what the 12 neurons before it send. So it asks each of them for more or for less, the more urgently, the thicker their connection. Choose another output: it asks for something else.`;
  }
  if (stage === "added") {
    const most = hidden_wishes.reduce((best, wish, i) => (Math.abs(wish) > Math.abs(hidden_wishes[best]!) ? i : best), 0);
    return `Each neuron hears ten wishes, and they are simply added. What is left is its own wish: strongest at neuron ${most + 1}, which should ${hidden_wishes[most]! > 0 ? "grow" : "shrink"}. From there it goes on, to the layer before.`;
  }
  const up = outputs[target]! > before[target]!;
  return `All weights have moved a little, the way they were asked to. The ${target} has ${up ? "risen" : "fallen"} from ${percent(before[target]!)} to ${percent(outputs[target]!)}. ${said}`;
}
