// lib/settings.ts
import { decimal, percent, short, whole } from "./numbers.js";
var FORMATS = { short, whole, percent, decimal: (value) => decimal(value, 2) };
function namesOf(settings) {
  return Object.keys(settings);
}
function changeWords(settings, before, change) {
  const changed = namesOf(settings).filter((name) => name in change);
  return changed.map((name) => {
    const setting = settings[name];
    const { words, counter } = setting;
    return counter ? words : `${words} ${written(setting, before[name])} → ${written(setting, change[name])}`;
  }).join(", ");
}
function choicesOf(setting) {
  return setting.type === "choice" || setting.type === "names" ? setting.choices : [];
}
function written(setting, value) {
  if (Array.isArray(value)) return value.length ? value.map((item) => written(setting, item)).join("-") : "none";
  const chosen = choicesOf(setting).find((choice) => choice.value === value);
  if (chosen) return chosen.label;
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "number" ? short(value) : String(value);
}
export {
  FORMATS,
  changeWords,
  choicesOf,
  namesOf
};
