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

export interface ChoiceSetting extends Described {
  type: "choice";
  default: string;
  choices: readonly { value: string; label: string }[];
}

export interface ListSetting extends Described {
  type: "list";
  default: readonly number[];
  min: number;
  max: number;
  max_length: number;
}

export interface FlagSetting extends Described {
  type: "flag";
  default: boolean;
}

export type Setting = NumberSetting | ChoiceSetting | ListSetting | FlagSetting;
export type SettingsOf<Values> = { readonly [Name in keyof Values]: SettingOf<Values[Name]> };
type SettingOf<Value> = Value extends number ? NumberSetting : Value extends string ? ChoiceSetting : Value extends boolean ? FlagSetting : ListSetting;

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
      const { words, counter } = settings[name] as Setting;
      return counter ? words : `${words} ${written(before[name])} → ${written(change[name])}`;
    })
    .join(", ");
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.length ? value.join("-") : "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "number" ? short(value) : String(value);
}
