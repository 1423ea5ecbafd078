// widgets/forward_propagation/index.ts
import explanationStyles from "../../dom/explanation.css.js";
import networkStyles from "../../dom/network_diagram.css.js";
import { defineWidget } from "../../dom/widget.js";
import styles from "./forward_propagation.css.js";
import { ForwardView } from "./forward.js";
var forward_propagation_default = defineWidget(
  { label: "Forward propagation", name: "gn-forward", styles: explanationStyles + networkStyles + styles },
  (shell, channel) => new ForwardView(shell, channel)
);
export {
  forward_propagation_default as default
};
