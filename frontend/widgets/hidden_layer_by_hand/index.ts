// XOR solved by a hidden layer that is built by hand.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/hidden_layer_by_hand.ts";
import styles from "./hidden_layer_by_hand.css";
import { HiddenLayerView } from "./hidden_layer_view.ts";

export default defineWidget<Wire>(
  { label: "Hidden layer by hand", name: "gn-hidden-layer", styles },
  (shell, channel) => new HiddenLayerView(shell, channel),
);
