// The colours to draw with on a canvas, which no style sheet reaches: the palette's, or the system's where it forces them.
import { COLORS, FORCED, type ColorName, type Theme } from "../lib/palette.ts";

/** Whether the reader wants the system's colours everywhere (Windows' contrast themes). */
export const FORCED_QUERY = "(forced-colors: active)";

export function ink(name: ColorName, theme: Theme): string {
  const system = FORCED[name];
  return system && matchMedia(FORCED_QUERY).matches ? systemColor(system) : COLORS[name][theme];
}

// A canvas takes a colour as numbers; what stands behind a word of the system, only computed style knows.
function systemColor(word: string): string {
  const probe = document.createElement("span");
  probe.style.color = word;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
