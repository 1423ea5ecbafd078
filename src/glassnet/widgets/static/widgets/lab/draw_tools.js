// widgets/lab/draw_tools.ts
import { make } from "../../dom/element.js";
import { MAX_CLASSES } from "../../lib/own_points.js";
var ERASE = "erase";
function makeDrawTools(drawing) {
  const choices = [...Array.from({ length: MAX_CLASSES }, (_, i) => String(i)), ERASE];
  const inputs = choices.map(
    (value, i) => make("input", { type: "radio", name: "own-class", value, checked: i === 0, onchange: () => drawing.label = value === ERASE ? null : Number(value) })
  );
  const labels = choices.map((value, i) => make("label", { class: "gn-check" }, inputs[i], value === ERASE ? "erase" : make("span", { class: `gn-key gn-key-${value}` }, `class ${value}`)));
  return make("div", { class: "gn-row gn-tools", role: "radiogroup", "aria-label": "What a click on the map draws" }, ...labels);
}
export {
  makeDrawTools
};
