// Training progress: a button that trains a long run and stops it, a progress bar, and its loss curves.
import explanationStyles from "../../dom/explanation.css";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/training_progress.ts";
import { TrainingProgress } from "./training_progress.ts";
import styles from "./training_progress.css";

export default defineWidget<Wire>(
  { label: "Training progress", name: "gn-training", styles: explanationStyles + styles },
  (shell, channel) => new TrainingProgress(shell, channel),
);
