// widgets/application/index.ts
import sheetStyles from "../../dom/sheet.css.js";
import { defineWidget } from "../../dom/widget.js";
import { Application } from "./application.js";
import styles from "./application.css.js";
var application_default = defineWidget({ label: "Application", name: "gn-application", styles: sheetStyles + styles }, (shell, channel) => new Application(shell, channel));
export {
  application_default as default
};
