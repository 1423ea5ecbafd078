// widgets/backpropagation/index.ts
import explanationStyles from "../../dom/explanation.css.js";
import networkStyles from "../../dom/network_diagram.css.js";
import timelineStyles from "../../dom/timeline_bar.css.js";
import { defineWidget } from "../../dom/widget.js";
import styles from "./backpropagation.css.js";
import { Visualiser } from "./visualiser.js";
var backpropagation_default = defineWidget(
  { label: "Backpropagation", name: "gn-backprop", styles: explanationStyles + networkStyles + timelineStyles + styles },
  (shell, channel) => new Visualiser(shell, channel)
);
export {
  backpropagation_default as default
};
