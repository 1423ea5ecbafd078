// What a click on the map draws: a point of a class, or nothing, which erases.
import { make } from "../../dom/element.ts";
import { MAX_CLASSES } from "../../lib/own_points.ts";
import type { Drawing } from "./drawing.ts";

const ERASE = "erase";

export function makeDrawTools(drawing: Drawing): HTMLElement {
  const choices = [...Array.from({ length: MAX_CLASSES }, (_, i) => String(i)), ERASE];
  const inputs = choices.map((value, i) =>
    make("input", { type: "radio", name: "own-class", value, checked: i === 0, onchange: () => (drawing.label = value === ERASE ? null : Number(value)) }),
  );
  const labels = choices.map((value, i) => make("label", { class: "gn-check" }, inputs[i]!, value === ERASE ? "erase" : make("span", { class: `gn-key gn-key-${value}` }, `class ${value}`)));
  return make("div", { class: "gn-row gn-tools", role: "radiogroup", "aria-label": "What a click on the map draws" }, ...labels);
}
