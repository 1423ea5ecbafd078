// widgets/threshold/index.ts
import { defineWidget } from "../../dom/widget.js";
import styles from "./threshold.css.js";
import { Threshold } from "./threshold.js";
var threshold_default = defineWidget({ label: "Threshold", name: "gn-threshold", styles }, (shell, channel) => new Threshold(shell, channel));
export {
  threshold_default as default
};
