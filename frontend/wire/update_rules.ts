// Made by tools/wire.py from src/glassnet/widgets/update_rules: don't edit, run `make generate`.
import type { Choice } from "./shared.ts";

/** List the rules, and say which is shown first. */
export interface Open {
}

/** Show a rule at work; without a rate, with one that suits. */
export interface Show {
  rule: string;
  rate?: number | null | undefined;
}

/** The rules to choose from, and the first. */
export interface Opening {
  rules: Choice[];
  chosen: string;
  rate: number | null;
}

/** Buffer: before the first update and after each, for each row its value in the flat and in the steep direction. rows names the rows by symbol; "step" is what the update added to w. kept counts the numbers that the rule keeps for every parameter, settings are its constants by symbol, default the rate in the engine. */
export interface Sheet {
  rule: string;
  rate: number;
  default: number;
  idea: string;
  lines: Line[];
  symbols: Symbol[];
  settings: Record<string, number>;
  code: string;
  rows: string[];
  steps: number;
  kept: number;
}

/** A line of a rule as MathML: a symbol, and its new value. */
export interface Line {
  symbol: string;
  formula: string;
}

/** A symbol of a rule: as MathML, the words that stand for it in the code, and what it is. */
export interface Symbol {
  name: string;
  mathml: string;
  words: string[];
  meaning: string;
  kept: boolean;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Opening };
  show: { request: Show; reply: Sheet };
}
