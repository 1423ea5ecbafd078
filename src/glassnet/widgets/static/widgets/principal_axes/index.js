// widgets/principal_axes/index.ts
import { defineWidget } from "../../dom/widget.js";
import { CloudView } from "./cloud.js";
import styles from "./principal_axes.css.js";
var principal_axes_default = defineWidget({ label: "Principal axes", name: "gn-cloud", styles }, (shell, channel) => new CloudView(shell, channel));
export {
  principal_axes_default as default
};
