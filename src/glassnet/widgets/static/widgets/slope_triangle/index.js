// widgets/slope_triangle/index.ts
import { defineWidget } from "../../dom/widget.js";
import { TriangleView } from "./triangle.js";
import styles from "./slope_triangle.css.js";
var slope_triangle_default = defineWidget({ label: "Slope triangle", name: "gn-slope", styles }, (shell, channel) => new TriangleView(shell, channel));
export {
  slope_triangle_default as default
};
