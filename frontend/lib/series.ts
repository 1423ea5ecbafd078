// Several lines in one plot: each with an ink that any common colour vision tells apart, and a dash of its own.
import type { Theme } from "./colors.ts";

export const DASHES = ["", "8 4", "2 4", "10 4 2 4", "5 5", "1 5"] as const;

const INKS: Record<Theme, readonly string[]> = {
  light: ["#0b4f9e", "#b34700", "#6d28d9", "#00694a", "#a0145a", "#3f4652"],
  dark: ["#8cc4ff", "#ffb27a", "#c9a8ff", "#6fd6a8", "#ff9cc8", "#c3cad4"],
};

/** The ink of the line in a place; a seventh line would look like the first. */
export function inkOf(place: number, theme: Theme): string {
  return INKS[theme][place % INKS[theme].length]!;
}

export function dashOf(place: number): string {
  return DASHES[place % DASHES.length]!;
}
