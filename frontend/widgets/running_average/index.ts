// Exponentially weighted averages, day by day, with every number's arithmetic.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/running_average.ts";
import { Averages } from "./averages.ts";
import explanationStyles from "../../dom/explanation.css";
import styles from "./running_average.css";

export default defineWidget<Wire>({ label: "Running average", name: "gn-average", styles: explanationStyles + styles }, (shell, channel) => new Averages(shell, channel));
