// Training progress: a button that trains a long run and stops it, how far it is, and its loss curves.
import explanationStyles from "../../dom/explanation.css";
import { makeShell } from "../../dom/shell.ts";
import type { Model } from "../../lib/anywidget.ts";
import { Channel } from "../../lib/channel.ts";
import type { Wire } from "../../wire/training_progress.ts";
import { TrainingProgress } from "./training_progress.ts";
import styles from "./training_progress.css";

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const parts: TrainingProgress[] = [];
    const shell = makeShell(el, "Training progress", explanationStyles + styles, () => parts.forEach((part) => part.redraw()));
    const channel = new Channel<Wire>(model, shell.say);
    const progress = new TrainingProgress(shell, channel);
    parts.push(progress);
    return () => {
      progress.close();
      channel.close();
      shell.close();
    };
  },
};
