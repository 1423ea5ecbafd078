// The control for a declared setting: a slider, a drop-down list or a checkbox.
import { fromLogSlider, toLogSlider } from "../lib/scales.ts";
import { FORMATS, namesOf, type ChoiceSetting, type FlagSetting, type NumberSetting, type Setting, type SettingsOf } from "../lib/settings.ts";
import { select, slider, type Control } from "./controls.ts";
import { make } from "./element.ts";

export interface SettingControls<Values> {
  elements: HTMLElement[];
  /** The element of each setting, by name: to hide one that has nothing to say now. */
  of: ReadonlyMap<string, HTMLElement>;
  show(values: Values): void;
}

/** The controls for all settings of a group, in the order of their declaration. */
export function controlsOf<Values>(settings: SettingsOf<Values>, group: string, change: (change: Partial<Values>) => void): SettingControls<Values> {
  const names = namesOf(settings).filter((name) => (settings[name] as Setting).group === group);
  const controls = names.map((name) => {
    const onInput = (value: unknown): void => change({ [name]: value } as Partial<Values>);
    return [name, controlOf(name, settings[name] as Setting, onInput)] as const;
  });
  return {
    elements: controls.map(([, { element }]) => element),
    of: new Map(controls.map(([name, { element }]) => [name, element])),
    show(values) {
      for (const [name, control] of controls) control.show(values[name]);
    },
  };
}

function controlOf(name: string, setting: Setting, onInput: (value: unknown) => void): Control<unknown> {
  if (setting.type === "choice") return choiceControl(name, setting, onInput) as Control<unknown>;
  if (setting.type === "flag") return flagControl(name, setting, onInput) as Control<unknown>;
  if (setting.type === "list" || setting.type === "names" || setting.type === "text") return refuse(name, setting);
  return numberControl(name, setting, onInput) as Control<unknown>;
}

function choiceControl(name: string, { label, help, choices }: ChoiceSetting, onInput: (value: string) => void): Control<string> {
  return select({ name, label, help, options: choices, onInput });
}

function flagControl(name: string, { label, help }: FlagSetting, onInput: (value: boolean) => void): Control<boolean> {
  const input = make("input", { type: "checkbox", name, onchange: () => onInput(input.checked) });
  return {
    element: make("label", { class: "gn-check", title: help }, input, label),
    show(value) {
      input.checked = value;
    },
  };
}

function numberControl(name: string, setting: NumberSetting, onInput: (value: number) => void): Control<number> {
  const { label, help, min, max, step, stops, scale, shown } = setting;
  const common = { name, label, help, format: FORMATS[shown], onInput };
  if (stops.length > 0) {
    return slider({
      ...common,
      min: 0,
      max: stops.length - 1,
      step: 1,
      toValue: (place) => stops[place]!,
      toPosition: (value) => stops.findIndex((stop) => stop >= value),
    });
  }
  if (scale === "linear") return slider({ ...common, min, max, step });
  return slider({ ...common, min: 0, max: 1, step: 0.01, toValue: (place) => logValue(setting, place), toPosition: (value) => toLogSlider(value, min, max) });
}

function logValue({ type, min, max }: NumberSetting, place: number): number {
  const value = fromLogSlider(place, min, max);
  return type === "whole" ? Math.round(value) : value;
}

function refuse(name: string, { label, type }: Setting): never {
  throw new Error(`${label} (${name}) is a ${type}: the page must make the control for it; leave its group empty.`);
}
