// The training monitor: a run while it trains, its past to drag back to, its branches to compare.
import explanationStyles from "../../dom/explanation.css";
import { makeShell } from "../../dom/shell.ts";
import timelineStyles from "../../dom/timeline_bar.css";
import type { Model } from "../../lib/anywidget.ts";
import { Monitor } from "./monitor.ts";
import styles from "./training_monitor.css";

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const parts: Monitor[] = [];
    const shell = makeShell(el, "Training monitor", explanationStyles + timelineStyles + styles, () => parts.forEach((part) => part.redraw()));
    shell.root.classList.add("gn-monitor");
    const monitor = new Monitor(model, shell);
    parts.push(monitor);
    return () => {
      monitor.close();
      shell.close();
    };
  },
};
