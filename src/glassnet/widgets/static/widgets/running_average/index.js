// widgets/running_average/index.ts
import { defineWidget } from "../../dom/widget.js";
import { Averages } from "./averages.js";
import explanationStyles from "../../dom/explanation.css.js";
import styles from "./running_average.css.js";
var running_average_default = defineWidget({ label: "Running average", name: "gn-average", styles: explanationStyles + styles }, (shell, channel) => new Averages(shell, channel));
export {
  running_average_default as default
};
