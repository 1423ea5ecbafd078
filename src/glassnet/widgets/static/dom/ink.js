// dom/ink.ts
import { COLORS, FORCED } from "../lib/palette.js";
var FORCED_QUERY = "(forced-colors: active)";
function forcesColors() {
  return matchMedia(FORCED_QUERY).matches;
}
function ink(name, theme) {
  const system = FORCED[name];
  return system && forcesColors() ? systemColor(system) : COLORS[name][theme];
}
function systemColor(word) {
  const probe = document.createElement("span");
  probe.style.color = word;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
export {
  FORCED_QUERY,
  forcesColors,
  ink
};
