// widgets/glass_box/index.ts
import outputStyles from "../../dom/digit_outputs.css.js";
import explanationStyles from "../../dom/explanation.css.js";
import sheetStyles from "../../dom/sheet.css.js";
import { defineWidget } from "../../dom/widget.js";
import { GlassBox } from "./glass_box.js";
import styles from "./glass_box.css.js";
var glass_box_default = defineWidget({ label: "Glass box", name: "gn-glass-box", styles: explanationStyles + sheetStyles + outputStyles + styles }, (shell, channel) => new GlassBox(shell, channel));
export {
  glass_box_default as default
};
