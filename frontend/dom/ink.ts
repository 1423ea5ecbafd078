// Colours for drawing on a canvas, which style sheets don't reach: the palette's, or the system's in forced-colours mode.
import { COLORS, FORCED, type ColorName, type Theme } from "../lib/palette.ts";

/** The media query for forced colours (Windows contrast themes). */
export const FORCED_QUERY = "(forced-colors: active)";

export function forcesColors(): boolean {
  return matchMedia(FORCED_QUERY).matches;
}

export function ink(name: ColorName, theme: Theme): string {
  const system = FORCED[name];
  return system && forcesColors() ? systemColor(system) : COLORS[name][theme];
}

// A canvas needs a colour in numbers; only computed style resolves a system colour keyword.
function systemColor(word: string): string {
  const probe = document.createElement("span");
  probe.style.color = word;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
