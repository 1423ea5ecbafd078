// How much each pixel tells about the digit.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/pixel_information.ts";
import { PixelsView } from "./pixels.ts";
import styles from "./pixel_information.css";

export default defineWidget<Wire>({ label: "Pixel information", name: "gn-information", styles }, (shell, channel) => new PixelsView(shell, channel));
