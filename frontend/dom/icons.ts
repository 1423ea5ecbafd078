// Icons for buttons, 24 × 24, in the colour of the text.
import { makeSvg } from "./element.ts";

const PATHS = {
  play: "M7 4.5v15l13-7.5z",
  pause: "M6.5 4.5h4v15h-4zM13.5 4.5h4v15h-4z",
  step: "M5 4.5v15l10.5-7.5zM16.5 4.5h3v15h-3z",
  restart: "M12 4a8 8 0 1 0 7.7 5.8l-2.4.7A5.5 5.5 0 1 1 12 6.5V10l5.5-4.7L12 .6z",
  undo: "M9 4 2.5 10 9 16v-4h4.5a3.75 3.75 0 0 1 0 7.500H9V22h4.500a6.250 6.250 0 0 0 0-12.500H9z",
  redo: "M15 4l6.500 6-6.500 6v-4h-4.500a3.750 3.750 0 0 0 0 7.500H15V22h-4.500a6.250 6.250 0 0 1 0-12.500H15z",
  link: "M10 7H7a5 5 0 0 0 0 10h3v-2.500H7a2.500 2.500 0 0 1 0-5h3zM14 7h3a5 5 0 0 1 0 10h-3v-2.500h3a2.500 2.500 0 0 0 0-5h-3zM8 10.800h8v2.400H8z",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): SVGSVGElement {
  const path = makeSvg("path", { d: PATHS[name], fill: "currentColor" });
  return makeSvg("svg", { viewBox: "0 0 24 24", width: 20, height: 20, "aria-hidden": "true", focusable: "false" }, path);
}

/** Change an icon in place, only if it differs. */
export function setIcon(element: SVGSVGElement, name: IconName): void {
  const path = element.firstElementChild!;
  if (path.getAttribute("d") !== PATHS[name]) path.setAttribute("d", PATHS[name]);
}
