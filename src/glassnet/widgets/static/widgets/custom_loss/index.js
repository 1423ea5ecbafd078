// widgets/custom_loss/index.ts
import { defineWidget } from "../../dom/widget.js";
import { CustomLoss } from "./custom_loss.js";
import styles from "./custom_loss.css.js";
var custom_loss_default = defineWidget({ label: "Custom loss", name: "gn-custom", styles }, (shell, channel) => new CustomLoss(shell, channel));
export {
  custom_loss_default as default
};
