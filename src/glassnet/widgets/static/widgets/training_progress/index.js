// widgets/training_progress/index.ts
import explanationStyles from "../../dom/explanation.css.js";
import { defineWidget } from "../../dom/widget.js";
import { TrainingProgress } from "./training_progress.js";
import styles from "./training_progress.css.js";
var training_progress_default = defineWidget(
  { label: "Training progress", name: "gn-training", styles: explanationStyles + styles },
  (shell, channel) => new TrainingProgress(shell, channel)
);
export {
  training_progress_default as default
};
