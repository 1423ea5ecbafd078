// widgets/activation_explorer/index.ts
import { defineWidget } from "../../dom/widget.js";
import { ActivationExplorer } from "./activation_explorer.js";
import styles from "./activation_explorer.css.js";
var activation_explorer_default = defineWidget(
  { label: "Activation explorer", name: "gn-activations", styles },
  (shell, channel) => new ActivationExplorer(shell, channel)
);
export {
  activation_explorer_default as default
};
