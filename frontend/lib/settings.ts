// Settings as declared in Python; links, controls, markers and help are derived from them.
import { decimal, percent, short, whole } from "./numbers.ts";

interface Described {
  label: string;
  /** The label within a sentence. */
  words: string;
  help: string;
  /** The group its control belongs to; "" if the page has a special control for it. */
  group: string;
  /** Whether only the fact of a change is of interest, not its value. */
  counter: boolean;
}

export interface NumberSetting extends Described {
  type: "number" | "whole";
  default: number;
  min: number;
  max: number;
  step: number;
  stops: readonly number[];
  scale: "linear" | "log";
  shown: "short" | "whole" | "percent" | "decimal";
}

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceSetting extends Described {
  type: "choice";
  default: string;
  choices: readonly Choice[];
}

export interface ListSetting extends Described {
  type: "list";
  default: readonly number[];
  min: number;
  max: number;
  whole: boolean;
  stops: readonly number[];
  min_length: number;
  max_length: number;
}

export interface NamesSetting extends Described {
  type: "names";
  default: readonly string[];
  choices: readonly Choice[];
  min_length: number;
  max_length: number;
}

export interface TextSetting extends Described {
  type: "text";
  default: string;
  max_length: number;
}

export interface FlagSetting extends Described {
  type: "flag";
  default: boolean;
}

export type Setting = NumberSetting | ChoiceSetting | ListSetting | NamesSetting | TextSetting | FlagSetting;
export type SettingsOf<Values> = { readonly [Name in keyof Values]: SettingOf<Values[Name]> };
type SettingOf<Value> = Value extends number ? NumberSetting : Value extends string ? ChoiceSetting | TextSetting : Value extends boolean ? FlagSetting : Value extends string[] ? NamesSetting : ListSetting;

export const FORMATS = { short, whole, percent, decimal: (value: number): string => decimal(value, 2) };

/** The names of declared settings, in order. */
export function namesOf<Values>(settings: SettingsOf<Values>): (keyof Values & string)[] {
  return Object.keys(settings) as (keyof Values & string)[];
}

/** A change in words, for the marker on the time axis and for Undo: "noise 0.1 → 0.2". */
export function changeWords<Values>(settings: SettingsOf<Values>, before: Values, change: Partial<Values>): string {
  const changed = namesOf(settings).filter((name) => name in change);
  return changed
    .map((name) => {
      const setting = settings[name] as Setting;
      const { words, counter } = setting;
      return counter ? words : `${words} ${written(setting, before[name])} → ${written(setting, change[name])}`;
    })
    .join(", ");
}

/** The names to choose from in a setting of one name or of several; none for other settings. */
export function choicesOf(setting: Setting): readonly Choice[] {
  return setting.type === "choice" || setting.type === "names" ? setting.choices : [];
}

function written(setting: Setting, value: unknown): string {
  if (Array.isArray(value)) return value.length ? value.map((item) => written(setting, item)).join("-") : "none";
  const chosen = choicesOf(setting).find((choice) => choice.value === value);
  if (chosen) return chosen.label;
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "number" ? short(value) : String(value);
}
