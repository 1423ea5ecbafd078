// widgets/training_monitor/index.ts
import explanationStyles from "../../dom/explanation.css.js";
import timelineStyles from "../../dom/timeline_bar.css.js";
import { defineWidget } from "../../dom/widget.js";
import { Monitor } from "./monitor.js";
import styles from "./training_monitor.css.js";
var training_monitor_default = defineWidget(
  { label: "Training monitor", name: "gn-monitor", styles: explanationStyles + timelineStyles + styles },
  (shell, channel) => new Monitor(shell, channel)
);
export {
  training_monitor_default as default
};
