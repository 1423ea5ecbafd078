// widgets/lab/words.ts
import { subscript } from "../../lib/numbers.js";
import { choicesOf } from "../../lib/settings.js";
import { SETTINGS } from "../../wire/lab.js";
var OF_FIRST = ["x1", "x1x1", "sin1", "cos1"];
function featureLabels({ spec }) {
  const used = spec.data === "curve" ? spec.features.filter((name) => OF_FIRST.includes(name)) : spec.features;
  const labels = used.map((name) => choicesOf(SETTINGS.features).find(({ value }) => value === name).label);
  return labels.length > 0 ? labels : [`x${subscript(1)}`];
}
function unitName(frame, column, unit) {
  if (column === 0) return `Input ${featureLabels(frame)[unit]}`;
  if (column < frame.layers.length) return `Hidden layer ${column}, unit ${unit + 1}`;
  return frame.task.kind === "many" ? `Output, class ${unit}` : "Output";
}
function unitSymbol(frame, column, unit) {
  if (column === 0) return featureLabels(frame)[unit];
  if (column < frame.layers.length) return `unit ${unit + 1}`;
  return frame.task.kind === "many" ? `class ${unit}` : "output";
}
function lossName({ task }) {
  const label = choicesOf(SETTINGS.loss).find(({ value }) => value === task.loss).label;
  const name = label.charAt(0).toUpperCase() + label.slice(1);
  return isInNats(task.loss) ? `${name} in nats` : name;
}
function isInNats(loss) {
  return loss.includes("cross_entropy") || loss === "kl_divergence";
}
export {
  featureLabels,
  isInNats,
  lossName,
  unitName,
  unitSymbol
};
