// A short sample of a line as it looks in the plot, for legends.
import { makeSvg } from "./element.ts";

export function swatch(ink: string, dash: string, thin = false): SVGSVGElement {
  const line = makeSvg("path", { d: "M1 6H29", stroke: ink, "stroke-width": thin ? 1.4 : 2.5, "stroke-dasharray": dash, fill: "none" });
  return makeSvg("svg", { viewBox: "0 0 30 12", width: 30, height: 12, "aria-hidden": "true", class: "gn-swatch" }, line);
}
