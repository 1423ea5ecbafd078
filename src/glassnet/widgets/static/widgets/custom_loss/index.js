// widgets/custom_loss/index.ts
import styles from "../../dom/formula.css.js";
import { defineWidget } from "../../dom/widget.js";
import { CustomLoss } from "./custom_loss.js";
var custom_loss_default = defineWidget({ label: "Custom loss", name: "gn-custom", styles }, (shell, channel) => new CustomLoss(shell, channel));
export {
  custom_loss_default as default
};
