// The training monitor: a run while it trains, with its past and its branches.
import explanationStyles from "../../dom/explanation.css";
import timelineStyles from "../../dom/timeline_bar.css";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/training_monitor.ts";
import { Monitor } from "./monitor.ts";
import styles from "./training_monitor.css";

export default defineWidget<Wire>(
  { label: "Training monitor", name: "gn-monitor", styles: explanationStyles + timelineStyles + styles },
  (shell, channel) => new Monitor(shell, channel),
);
