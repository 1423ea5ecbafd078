// widgets/custom_activation/index.ts
import styles from "../../dom/formula.css.js";
import { defineWidget } from "../../dom/widget.js";
import { CustomActivation } from "./custom_activation.js";
var custom_activation_default = defineWidget({ label: "Custom activation", name: "gn-own-activation", styles }, (shell, channel) => new CustomActivation(shell, channel));
export {
  custom_activation_default as default
};
