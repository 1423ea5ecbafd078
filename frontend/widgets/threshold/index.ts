// The threshold: samples by their probability, a line between yes and no, and what it does to precision and recall.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/threshold.ts";
import styles from "./threshold.css";
import { Threshold } from "./threshold.ts";

export default defineWidget<Wire>({ label: "Threshold", name: "gn-threshold", styles }, (shell, channel) => new Threshold(shell, channel));
