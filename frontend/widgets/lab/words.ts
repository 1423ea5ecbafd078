// Names that several panels of the Lab share.
import { subscript } from "../../lib/numbers.ts";
import type { Frame } from "../../lib/protocol.ts";
import { choicesOf } from "../../lib/settings.ts";
import { SETTINGS } from "../../wire/lab.ts";

/** Features of x₁ alone: a curve has no others. */
const OF_FIRST = ["x1", "x1x1", "sin1", "cos1"];

/** The labels of the features that the network sees. */
export function featureLabels({ spec }: Frame): string[] {
  const used = spec.data === "curve" ? spec.features.filter((name) => OF_FIRST.includes(name)) : spec.features;
  const labels = used.map((name) => choicesOf(SETTINGS.features).find(({ value }) => value === name)!.label);
  return labels.length > 0 ? labels : [`x${subscript(1)}`];
}

/** A unit's name: "Input x₁", "Output", "Output, class 2" or "Hidden layer 1, unit 2". */
export function unitName(frame: Frame, column: number, unit: number): string {
  if (column === 0) return `Input ${featureLabels(frame)[unit]}`;
  if (column < frame.layers.length) return `Hidden layer ${column}, unit ${unit + 1}`;
  return frame.task.kind === "many" ? `Output, class ${unit}` : "Output";
}

/** A unit's name within its layer, short enough for a table heading. */
export function unitSymbol(frame: Frame, column: number, unit: number): string {
  if (column === 0) return featureLabels(frame)[unit]!;
  if (column < frame.layers.length) return `unit ${unit + 1}`;
  return frame.task.kind === "many" ? `class ${unit}` : "output";
}

/** A loss as a reader calls it, with its unit if it has one. */
export function lossName({ task }: Frame): string {
  const label = choicesOf(SETTINGS.loss).find(({ value }) => value === task.loss)!.label;
  const name = label.charAt(0).toUpperCase() + label.slice(1);
  return isInNats(task.loss) ? `${name} in nats` : name;
}

/** Whether a loss is a logarithm of probabilities. */
export function isInNats(loss: string): boolean {
  return loss.includes("cross_entropy") || loss === "kl_divergence";
}
