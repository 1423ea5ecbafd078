// The words of the Lab that several panels share.
import { subscript } from "../../lib/numbers.ts";
import type { Layer } from "../../lib/protocol.ts";

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
