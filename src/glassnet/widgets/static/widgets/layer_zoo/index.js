// widgets/layer_zoo/index.ts
import { defineWidget } from "../../dom/widget.js";
import styles from "./layer_zoo.css.js";
import { LayerZoo } from "./layer_zoo.js";
var layer_zoo_default = defineWidget({ label: "Layer zoo", name: "gn-zoo", styles }, (shell, channel) => new LayerZoo(shell, channel));
export {
  layer_zoo_default as default
};
