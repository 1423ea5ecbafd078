// Labelled controls that show their value and don't interfere while the reader moves them.
import { make, setText } from "./element.ts";

export interface Control<T> {
  element: HTMLElement;
  show(value: T): void;
}

interface SliderSettings {
  label: string;
  help: string;
  name: string;
  min: number;
  max: number;
  step: number;
  /** Convert the slider's position to the value and back; both default to the identity. */
  toValue?: (position: number) => number;
  toPosition?: (value: number) => number;
  format: (value: number) => string;
  onInput: (value: number) => void;
}

export function slider(settings: SliderSettings): Control<number> {
  const { toValue = identity, toPosition = identity, format } = settings;
  const shown = make("span", { class: "gn-number", "aria-hidden": "true" });
  const input = make("input", {
    type: "range",
    name: settings.name,
    title: settings.help,
    min: settings.min,
    max: settings.max,
    step: settings.step,
    oninput: () => {
      const value = toValue(input.valueAsNumber);
      setText(shown, format(value));
      input.setAttribute("aria-valuetext", format(value));
      settings.onInput(value);
    },
  });
  const element = make("label", { class: "gn-control" }, make("span", { class: "gn-label" }, settings.label, shown), input);
  return {
    element,
    show(value) {
      if (toValue(input.valueAsNumber) !== value) input.valueAsNumber = toPosition(value);
      setText(shown, format(value));
      if (input.getAttribute("aria-valuetext") !== format(value)) input.setAttribute("aria-valuetext", format(value));
    },
  };
}

interface SelectSettings {
  label: string;
  help: string;
  name: string;
  options: readonly { value: string; label: string }[];
  onInput: (value: string) => void;
}

export function select(settings: SelectSettings): Control<string> {
  const input = make(
    "select",
    { name: settings.name, title: settings.help, onchange: () => settings.onInput(input.value) },
    ...settings.options.map(({ value, label }) => make("option", { value }, label)),
  );
  const element = make("label", { class: "gn-control" }, make("span", { class: "gn-label" }, settings.label), input);
  return {
    element,
    show(value) {
      if (input.value !== value) input.value = value;
    },
  };
}

interface ButtonSettings {
  class?: string;
  label: string;
  help?: string;
  name: string;
  text?: string;
  icon?: Element;
  onClick: () => void;
}

/** A button; when disabled it stays in the tab order, so that the reader never loses focus. */
export function button(settings: ButtonSettings): HTMLButtonElement {
  const { text, icon } = settings;
  const element = make(
    "button",
    {
      type: "button",
      name: settings.name,
      class: settings.class ?? "gn-button",
      "aria-label": text === settings.label ? undefined : settings.label,
      title: settings.help ?? settings.label,
      onclick: () => element.getAttribute("aria-disabled") !== "true" && settings.onClick(),
    },
    icon ?? null,
    text ? make("span", {}, text) : null,
  );
  return element;
}

export function setEnabled(element: HTMLElement, enabled: boolean): void {
  const off = String(!enabled);
  if (element.getAttribute("aria-disabled") !== off) element.setAttribute("aria-disabled", off);
}

function identity(value: number): number {
  return value;
}
