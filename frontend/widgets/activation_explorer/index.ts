// The activation explorer: activations, their derivatives, and a point that moves along all of them.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/activation_explorer.ts";
import { ActivationExplorer } from "./activation_explorer.ts";
import styles from "./activation_explorer.css";

export default defineWidget<Wire>(
  { label: "Activation explorer", name: "gn-activations", styles },
  (shell, channel) => new ActivationExplorer(shell, channel),
);
