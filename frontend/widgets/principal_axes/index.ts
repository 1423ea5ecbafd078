// A cloud of points that can be turned, and its principal axes.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/principal_axes.ts";
import { CloudView } from "./cloud.ts";
import styles from "./principal_axes.css";

export default defineWidget<Wire>({ label: "Principal axes", name: "gn-cloud", styles }, (shell, channel) => new CloudView(shell, channel));
