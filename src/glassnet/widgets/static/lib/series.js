// lib/series.ts
import { COLORS } from "./palette.js";
var DASHES = ["", "8 4", "2 4", "10 4 2 4", "5 5", "1 5"];
var INKS = ["series-1", "series-2", "series-3", "series-4", "series-5", "series-6"].map((name) => COLORS[name]);
function inkOf(place, theme) {
  return INKS[place % INKS.length][theme];
}
function dashOf(place) {
  return DASHES[place % DASHES.length];
}
export {
  DASHES,
  dashOf,
  inkOf
};
