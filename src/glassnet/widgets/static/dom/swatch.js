// dom/swatch.ts
import { makeSvg } from "./element.js";
function swatch(ink, dash, thin = false) {
  const line = makeSvg("path", { d: "M1 6H29", stroke: ink, "stroke-width": thin ? 1.4 : 2.5, "stroke-dasharray": dash, fill: "none" });
  return makeSvg("svg", { viewBox: "0 0 30 12", width: 30, height: 12, "aria-hidden": "true", class: "gn-swatch" }, line);
}
export {
  swatch
};
