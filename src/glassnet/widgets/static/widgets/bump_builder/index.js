// widgets/bump_builder/index.ts
import { defineWidget } from "../../dom/widget.js";
import styles from "./bump_builder.css.js";
import { BumpBuilder } from "./bump_builder.js";
var bump_builder_default = defineWidget({ label: "Bump builder", name: "gn-bumps", styles }, (shell, channel) => new BumpBuilder(shell, channel));
export {
  bump_builder_default as default
};
