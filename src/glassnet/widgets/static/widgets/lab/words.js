// widgets/lab/words.ts
import { subscript } from "../../lib/numbers.js";
function unitName(layers, column, unit) {
  if (column === 0) return `Input x${subscript(unit + 1)}`;
  if (column === layers.length) return "Output";
  return `Hidden layer ${column}, unit ${unit + 1}`;
}
function unitSymbol(layers, column, unit) {
  if (column === 0) return `x${subscript(unit + 1)}`;
  return column === layers.length ? "output" : `unit ${unit + 1}`;
}
export {
  unitName,
  unitSymbol
};
