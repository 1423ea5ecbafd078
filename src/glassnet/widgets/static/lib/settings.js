// lib/settings.ts
import { decimal, percent, short, whole } from "./numbers.js";
var FORMATS = { short, whole, percent, decimal: (value) => decimal(value, 2) };
function namesOf(settings) {
  return Object.keys(settings);
}
function changeWords(settings, before, change) {
  const changed = namesOf(settings).filter((name) => name in change);
  return changed.map((name) => {
    const { words, counter } = settings[name];
    return counter ? words : `${words} ${written(before[name])} → ${written(change[name])}`;
  }).join(", ");
}
function written(value) {
  if (Array.isArray(value)) return value.length ? value.join("-") : "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "number" ? short(value) : String(value);
}
export {
  FORMATS,
  changeWords,
  namesOf
};
