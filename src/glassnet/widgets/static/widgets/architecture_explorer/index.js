// widgets/architecture_explorer/index.ts
import { defineWidget } from "../../dom/widget.js";
import architectureStyles from "../../dom/architecture.css.js";
import styles from "./architecture_explorer.css.js";
import { ArchitectureExplorer } from "./architecture_explorer.js";
var architecture_explorer_default = defineWidget(
  { label: "Architecture explorer", name: "gn-architectures", styles: architectureStyles + styles },
  (shell, channel) => new ArchitectureExplorer(shell, channel)
);
export {
  architecture_explorer_default as default
};
