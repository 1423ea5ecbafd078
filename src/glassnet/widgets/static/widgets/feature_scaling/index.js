// widgets/feature_scaling/index.ts
import { defineWidget } from "../../dom/widget.js";
import { WinesView } from "./wines.js";
import styles from "./feature_scaling.css.js";
var feature_scaling_default = defineWidget({ label: "Feature scaling", name: "gn-wines", styles }, (shell, channel) => new WinesView(shell, channel));
export {
  feature_scaling_default as default
};
