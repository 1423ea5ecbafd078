// Names that several panels of the Lab fraction.
import { subscript } from "../../lib/numbers.ts";
import type { Layer } from "../../lib/protocol.ts";

/** A unit's name: "Input x₁", "Output" or "Hidden layer 1, unit 2". */
export function unitName(layers: Layer[], column: number, unit: number): string {
  if (column === 0) return `Input x${subscript(unit + 1)}`;
  if (column === layers.length) return "Output";
  return `Hidden layer ${column}, unit ${unit + 1}`;
}

/** A unit's name within its layer, short enough for a table heading. */
export function unitSymbol(layers: Layer[], column: number, unit: number): string {
  if (column === 0) return `x${subscript(unit + 1)}`;
  return column === layers.length ? "output" : `unit ${unit + 1}`;
}
