// widgets/pixel_information/index.ts
import { defineWidget } from "../../dom/widget.js";
import { PixelsView } from "./pixels.js";
import styles from "./pixel_information.css.js";
var pixel_information_default = defineWidget({ label: "Pixel information", name: "gn-information", styles }, (shell, channel) => new PixelsView(shell, channel));
export {
  pixel_information_default as default
};
