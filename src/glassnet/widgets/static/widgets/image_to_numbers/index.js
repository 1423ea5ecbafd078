// widgets/image_to_numbers/index.ts
import sheetStyles from "../../dom/sheet.css.js";
import { defineWidget } from "../../dom/widget.js";
import { Viewer } from "./viewer.js";
import styles from "./image_to_numbers.css.js";
var image_to_numbers_default = defineWidget({ label: "Image to numbers", name: "gn-image", styles: sheetStyles + styles }, (shell, channel) => new Viewer(channel, shell));
export {
  image_to_numbers_default as default
};
