// The architecture explorer: columns of neurons that are added and removed, and the sum of their parameters.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/architecture_explorer.ts";
import architectureStyles from "../../dom/architecture.css";
import styles from "./architecture_explorer.css";
import { ArchitectureExplorer } from "./architecture_explorer.ts";

export default defineWidget<Wire>(
  { label: "Architecture explorer", name: "gn-architectures", styles: architectureStyles + styles },
  (shell, channel) => new ArchitectureExplorer(shell, channel),
);
