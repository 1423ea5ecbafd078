// Backpropagation taken slowly: the phases of a step, every number with its reason, and the graph of small operations.
import explanationStyles from "../../dom/explanation.css";
import { makeShell } from "../../dom/shell.ts";
import type { Model } from "../../lib/anywidget.ts";
import styles from "./backpropagation.css";
import { Visualiser } from "./visualiser.ts";

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const shell = makeShell(el, "Backpropagation", explanationStyles + styles, () => {});
    shell.root.classList.add("gn-backprop");
    const visualiser = new Visualiser(model, shell);
    return () => {
      visualiser.close();
      shell.close();
    };
  },
};
