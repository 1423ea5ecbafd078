// Image → numbers.
import sheetStyles from "../../dom/sheet.css";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/image_to_numbers.ts";
import { Viewer } from "./viewer.ts";
import styles from "./image_to_numbers.css";

export default defineWidget<Wire>({ label: "Image to numbers", name: "gn-image", styles: sheetStyles + styles }, (shell, channel) => new Viewer(channel, shell));
