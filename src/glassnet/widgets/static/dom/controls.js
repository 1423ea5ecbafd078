// dom/controls.ts
import { make, setText } from "./element.js";
function slider(settings) {
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
    }
  });
  const element = make("label", { class: "gn-control" }, make("span", { class: "gn-label" }, settings.label, shown), input);
  return {
    element,
    show(value) {
      if (toValue(input.valueAsNumber) !== value) input.valueAsNumber = toPosition(value);
      setText(shown, format(value));
      if (input.getAttribute("aria-valuetext") !== format(value)) input.setAttribute("aria-valuetext", format(value));
    }
  };
}
function select(settings) {
  const input = make(
    "select",
    { name: settings.name, title: settings.help, onchange: () => settings.onInput(input.value) },
    ...settings.options.map(({ value, label }) => make("option", { value }, label))
  );
  const element = make("label", { class: "gn-control" }, make("span", { class: "gn-label" }, settings.label), input);
  return {
    element,
    show(value) {
      if (input.value !== value) input.value = value;
    }
  };
}
function button(settings) {
  const { text, icon } = settings;
  const element = make(
    "button",
    {
      type: "button",
      name: settings.name,
      class: settings.class ?? "gn-button",
      "aria-label": text === settings.label ? void 0 : settings.label,
      title: settings.help ?? settings.label,
      onclick: () => element.getAttribute("aria-disabled") !== "true" && settings.onClick()
    },
    icon ?? null,
    text ? make("span", {}, text) : null
  );
  return element;
}
function setEnabled(element, enabled) {
  const off = String(!enabled);
  if (element.getAttribute("aria-disabled") !== off) element.setAttribute("aria-disabled", off);
}
function identity(value) {
  return value;
}
export {
  button,
  select,
  setEnabled,
  slider
};
