// widgets/training_monitor/index.ts
import explanationStyles from "../../dom/explanation.css.js";
import { makeShell } from "../../dom/shell.js";
import timelineStyles from "../../dom/timeline_bar.css.js";
import { Monitor } from "./monitor.js";
import styles from "./training_monitor.css.js";
var training_monitor_default = {
  render({ model, el }) {
    const parts = [];
    const shell = makeShell(el, "Training monitor", explanationStyles + timelineStyles + styles, () => parts.forEach((part) => part.redraw()));
    shell.root.classList.add("gn-monitor");
    const monitor = new Monitor(model, shell);
    parts.push(monitor);
    return () => {
      monitor.close();
      shell.close();
    };
  }
};
export {
  training_monitor_default as default
};
