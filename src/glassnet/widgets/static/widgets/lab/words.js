// widgets/lab/words.ts
import { short, subscript } from "../../lib/numbers.js";
var SETTINGS = {
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
  seed: "seed"
};
function changeLabel(before, change) {
  return Object.keys(change).map((name) => name === "data_seed" ? SETTINGS[name] : `${SETTINGS[name]} ${value(before[name])} → ${value(change[name])}`).join(", ");
}
function unitName(layers, column, unit) {
  if (column === 0) return `Input x${subscript(unit + 1)}`;
  if (column === layers.length) return "Output";
  return `Hidden layer ${column}, unit ${unit + 1}`;
}
function unitSymbol(layers, column, unit) {
  if (column === 0) return `x${subscript(unit + 1)}`;
  return column === layers.length ? "output" : `unit ${unit + 1}`;
}
function value(setting) {
  if (Array.isArray(setting)) return setting.length ? setting.join("-") : "none";
  return typeof setting === "number" ? short(setting) : String(setting);
}
export {
  changeLabel,
  unitName,
  unitSymbol
};
