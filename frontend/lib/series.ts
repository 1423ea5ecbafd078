// Several lines in one plot: each with a colour that is distinguishable with any common form of colour vision, and its own dash.
import { COLORS, type Theme } from "./palette.ts";

export const DASHES = ["", "8 4", "2 4", "10 4 2 4", "5 5", "1 5"] as const;

const INKS = (["series-1", "series-2", "series-3", "series-4", "series-5", "series-6"] as const).map((name) => COLORS[name]);

/** The colour of the nth line; a seventh would look like the first. */
export function inkOf(place: number, theme: Theme): string {
  return INKS[place % INKS.length]![theme];
}

export function dashOf(place: number): string {
  return DASHES[place % DASHES.length]!;
}
