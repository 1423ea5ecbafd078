// The perceptron by hand: a line that is dragged, or learns from one mistake at a time.
import explanation from "../../dom/explanation.css";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/perceptron_by_hand.ts";
import styles from "./perceptron_by_hand.css";
import { PerceptronView } from "./perceptron_view.ts";

export default defineWidget<Wire>(
  { label: "Perceptron by hand", name: "gn-perceptron", styles: explanation + styles },
  (shell, channel) => new PerceptronView(shell, channel),
);
