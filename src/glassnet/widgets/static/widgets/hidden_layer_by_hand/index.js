// widgets/hidden_layer_by_hand/index.ts
import { defineWidget } from "../../dom/widget.js";
import styles from "./hidden_layer_by_hand.css.js";
import { HiddenLayerView } from "./hidden_layer_view.js";
var hidden_layer_by_hand_default = defineWidget(
  { label: "Hidden layer by hand", name: "gn-hidden-layer", styles },
  (shell, channel) => new HiddenLayerView(shell, channel)
);
export {
  hidden_layer_by_hand_default as default
};
