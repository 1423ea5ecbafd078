// The words of the Lab that several panels share.
import { short, subscript } from "../../lib/numbers.ts";
import type { Layer, Spec } from "../../lib/protocol.ts";

const SETTINGS: Record<keyof Spec, string> = {
  data: "data",
  samples: "points",
  noise: "noise",
  test: "test share",
  data_seed: "points drawn afresh",
  hidden: "hidden layers",
  activation: "activation",
  learning_rate: "learning rate",
  l2: "L2 penalty",
  batch_size: "batch size",
  seed: "seed",
};

/** A change in words, for the mark on the time axis and for Undo: "noise 0.1 → 0.2". */
export function changeLabel(before: Spec, change: Partial<Spec>): string {
  return (Object.keys(change) as (keyof Spec)[])
    .map((name) => (name === "data_seed" ? SETTINGS[name] : `${SETTINGS[name]} ${value(before[name])} → ${value(change[name])}`))
    .join(", ");
}

/** A unit's name: x₁ for inputs, "output", or a with layer above and unit below. */
export function unitName(layers: Layer[], column: number, unit: number): string {
  if (column === 0) return `Input x${subscript(unit + 1)}`;
  if (column === layers.length) return "Output";
  return `Hidden layer ${column}, unit ${unit + 1}`;
}

/** A unit's name within its layer, short enough for the head of a table. */
export function unitSymbol(layers: Layer[], column: number, unit: number): string {
  if (column === 0) return `x${subscript(unit + 1)}`;
  return column === layers.length ? "output" : `unit ${unit + 1}`;
}

function value(setting: unknown): string {
  if (Array.isArray(setting)) return setting.length ? setting.join("-") : "none";
  return typeof setting === "number" ? short(setting) : String(setting);
}
