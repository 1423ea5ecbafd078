// Backpropagation taken slowly: the phases of a step, every number with its reason, and the graph of small operations.
import explanationStyles from "../../dom/explanation.css";
import { makeShell } from "../../dom/shell.ts";
import timelineStyles from "../../dom/timeline_bar.css";
import type { Model } from "../../lib/anywidget.ts";
import styles from "./backpropagation.css";
import { Visualiser } from "./visualiser.ts";

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const parts: Visualiser[] = [];
    const shell = makeShell(el, "Backpropagation", explanationStyles + timelineStyles + styles, () => parts.forEach((part) => part.redraw()));
    shell.root.classList.add("gn-backprop");
    const visualiser = new Visualiser(model, shell);
    parts.push(visualiser);
    return () => {
      visualiser.close();
      shell.close();
    };
  },
};
