// The glass box: a network that reads digits, closed at first, and then with every number in it.
import outputStyles from "../../dom/digit_outputs.css";
import explanationStyles from "../../dom/explanation.css";
import sheetStyles from "../../dom/sheet.css";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/glass_box.ts";
import { GlassBox } from "./glass_box.ts";
import styles from "./glass_box.css";

export default defineWidget<Wire>({ label: "Glass box", name: "gn-glass-box", styles: explanationStyles + sheetStyles + outputStyles + styles }, (shell, channel) => new GlassBox(shell, channel));
