// The gradient-flow lab: what becomes of signals and gradients in a deep network.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/gradient_flow.ts";
import { FlowLab } from "./flow_lab.ts";
import styles from "./gradient_flow.css";

export default defineWidget<Wire>({ label: "Gradient-flow lab", name: "gn-flow", styles }, (shell, channel) => new FlowLab(shell, channel));
