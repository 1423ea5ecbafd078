// An application: a small network that is trained in front of the reader, and then used.
import sheetStyles from "../../dom/sheet.css";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/application.ts";
import { Application } from "./application.ts";
import styles from "./application.css";

export default defineWidget<Wire>({ label: "Application", name: "gn-application", styles: sheetStyles + styles }, (shell, channel) => new Application(shell, channel));
