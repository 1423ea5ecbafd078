// widgets/training_progress/index.ts
import explanationStyles from "../../dom/explanation.css.js";
import { makeShell } from "../../dom/shell.js";
import { Channel } from "../../lib/channel.js";
import { TrainingProgress } from "./training_progress.js";
import styles from "./training_progress.css.js";
var training_progress_default = {
  render({ model, el }) {
    const parts = [];
    const shell = makeShell(el, "Training progress", explanationStyles + styles, () => parts.forEach((part) => part.redraw()));
    const channel = new Channel(model, shell.say);
    const progress = new TrainingProgress(shell, channel);
    parts.push(progress);
    return () => {
      progress.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  training_progress_default as default
};
