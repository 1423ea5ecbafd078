// widgets/wishes/index.ts
import outputStyles from "../../dom/digit_outputs.css.js";
import { defineWidget } from "../../dom/widget.js";
import { Wishes } from "./wishes.js";
import styles from "./wishes.css.js";
var wishes_default = defineWidget({ label: "Wishes of the outputs", name: "gn-wishes", styles: outputStyles + styles }, (shell, channel) => new Wishes(shell, channel));
export {
  wishes_default as default
};
