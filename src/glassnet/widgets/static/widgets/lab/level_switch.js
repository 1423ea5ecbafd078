// widgets/lab/level_switch.ts
import { make } from "../../dom/element.js";
import { LEVELS } from "../../lib/level.js";
var LevelSwitch = class {
  element;
  inputs;
  constructor(first, onChange) {
    this.inputs = LEVELS.map(({ name }) => make("input", { type: "radio", name: "level", value: name, checked: name === first, onchange: () => onChange(name) }));
    const labels = LEVELS.map(({ label, help }, i) => make("label", { title: help }, this.inputs[i], make("span", {}, label)));
    this.element = make("div", { class: "gn-levels", role: "radiogroup", "aria-label": "How much is shown" }, ...labels);
  }
  show(level) {
    for (const input of this.inputs) input.checked = input.value === level;
  }
};
export {
  LevelSwitch
};
