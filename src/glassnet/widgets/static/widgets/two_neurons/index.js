// widgets/two_neurons/index.ts
import { defineWidget } from "../../dom/widget.js";
import styles from "./two_neurons.css.js";
import { TwoNeurons } from "./two_neurons.js";
var two_neurons_default = defineWidget({ label: "Two neurons", name: "gn-two-neurons", styles }, (shell, channel) => new TwoNeurons(shell, channel));
export {
  two_neurons_default as default
};
