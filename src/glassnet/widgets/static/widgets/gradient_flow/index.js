// widgets/gradient_flow/index.ts
import { defineWidget } from "../../dom/widget.js";
import { FlowLab } from "./flow_lab.js";
import styles from "./gradient_flow.css.js";
var gradient_flow_default = defineWidget({ label: "Gradient-flow lab", name: "gn-flow", styles }, (shell, channel) => new FlowLab(shell, channel));
export {
  gradient_flow_default as default
};
