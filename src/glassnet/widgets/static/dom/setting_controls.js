// dom/setting_controls.ts
import { fromLogSlider, toLogSlider } from "../lib/scales.js";
import { FORMATS, namesOf } from "../lib/settings.js";
import { select, slider } from "./controls.js";
import { make } from "./element.js";
function controlsOf(settings, group, change) {
  const names = namesOf(settings).filter((name) => settings[name].group === group);
  const controls = names.map((name) => {
    const onInput = (value) => change({ [name]: value });
    return [name, controlOf(name, settings[name], onInput)];
  });
  return {
    elements: controls.map(([, { element }]) => element),
    of: new Map(controls.map(([name, { element }]) => [name, element])),
    show(values) {
      for (const [name, control] of controls) control.show(values[name]);
    }
  };
}
function controlOf(name, setting, onInput) {
  if (setting.type === "choice") return choiceControl(name, setting, onInput);
  if (setting.type === "flag") return flagControl(name, setting, onInput);
  if (setting.type === "list" || setting.type === "names" || setting.type === "text") return refuse(name, setting);
  return numberControl(name, setting, onInput);
}
function choiceControl(name, { label, help, choices }, onInput) {
  return select({ name, label, help, options: choices, onInput });
}
function flagControl(name, { label, help }, onInput) {
  const input = make("input", { type: "checkbox", name, onchange: () => onInput(input.checked) });
  return {
    element: make("label", { class: "gn-check", title: help }, input, label),
    show(value) {
      input.checked = value;
    }
  };
}
function numberControl(name, setting, onInput) {
  const { label, help, min, max, step, stops, scale, shown } = setting;
  const common = { name, label, help, format: FORMATS[shown], onInput };
  if (stops.length > 0) {
    return slider({
      ...common,
      min: 0,
      max: stops.length - 1,
      step: 1,
      toValue: (place) => stops[place],
      toPosition: (value) => stops.findIndex((stop) => stop >= value)
    });
  }
  if (scale === "linear") return slider({ ...common, min, max, step });
  return slider({ ...common, min: 0, max: 1, step: 0.01, toValue: (place) => logValue(setting, place), toPosition: (value) => toLogSlider(value, min, max) });
}
function logValue({ type, min, max }, place) {
  const value = fromLogSlider(place, min, max);
  return type === "whole" ? Math.round(value) : value;
}
function refuse(name, { label, type }) {
  throw new Error(`${label} (${name}) is a ${type}: the page must make the control for it; leave its group empty.`);
}
export {
  controlsOf
};
