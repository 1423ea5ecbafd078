// Forward propagation: signals travel through a network in seven phases, and every number says how it was computed.
import explanationStyles from "../../dom/explanation.css";
import networkStyles from "../../dom/network_diagram.css";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/forward_propagation.ts";
import styles from "./forward_propagation.css";
import { ForwardView } from "./forward.ts";

export default defineWidget<Wire>(
  { label: "Forward propagation", name: "gn-forward", styles: explanationStyles + networkStyles + styles },
  (shell, channel) => new ForwardView(shell, channel),
);
