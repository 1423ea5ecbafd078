// lib/series.ts
var DASHES = ["", "8 4", "2 4", "10 4 2 4", "5 5", "1 5"];
var INKS = {
  light: ["#0b4f9e", "#b34700", "#6d28d9", "#00694a", "#a0145a", "#3f4652"],
  dark: ["#8cc4ff", "#ffb27a", "#c9a8ff", "#6fd6a8", "#ff9cc8", "#c3cad4"]
};
function inkOf(place, theme) {
  return INKS[theme][place % INKS[theme].length];
}
function dashOf(place) {
  return DASHES[place % DASHES.length];
}
export {
  DASHES,
  dashOf,
  inkOf
};
