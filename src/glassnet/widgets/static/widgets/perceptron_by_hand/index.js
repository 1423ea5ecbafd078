// widgets/perceptron_by_hand/index.ts
import explanation from "../../dom/explanation.css.js";
import { defineWidget } from "../../dom/widget.js";
import styles from "./perceptron_by_hand.css.js";
import { PerceptronView } from "./perceptron_view.js";
var perceptron_by_hand_default = defineWidget(
  { label: "Perceptron by hand", name: "gn-perceptron", styles: explanation + styles },
  (shell, channel) => new PerceptronView(shell, channel)
);
export {
  perceptron_by_hand_default as default
};
