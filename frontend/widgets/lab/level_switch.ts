// Play, build, look inside: how much of the Lab is shown.
import { make } from "../../dom/element.ts";
import { LEVELS, type Level } from "../../lib/level.ts";

export class LevelSwitch {
  readonly element: HTMLElement;
  private readonly inputs: HTMLInputElement[];

  constructor(first: Level, onChange: (level: Level) => void) {
    this.inputs = LEVELS.map(({ name }) => make("input", { type: "radio", name: "level", value: name, checked: name === first, onchange: () => onChange(name) }));
    const labels = LEVELS.map(({ label, help }, i) => make("label", { title: help }, this.inputs[i]!, make("span", {}, label)));
    this.element = make("div", { class: "gn-levels", role: "radiogroup", "aria-label": "How much is shown" }, ...labels);
  }

  show(level: Level): void {
    for (const input of this.inputs) input.checked = input.value === level;
  }
}
