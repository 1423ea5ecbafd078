// Backpropagation step by step: the phases of a step, every number with its explanation, and the computational graph.
import explanationStyles from "../../dom/explanation.css";
import networkStyles from "../../dom/network_diagram.css";
import timelineStyles from "../../dom/timeline_bar.css";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/backpropagation.ts";
import styles from "./backpropagation.css";
import { Visualiser } from "./visualiser.ts";

export default defineWidget<Wire>(
  { label: "Backpropagation", name: "gn-backprop", styles: explanationStyles + networkStyles + timelineStyles + styles },
  (shell, channel) => new Visualiser(shell, channel),
);
