// widgets/backpropagation/index.ts
import explanationStyles from "../../dom/explanation.css.js";
import { makeShell } from "../../dom/shell.js";
import timelineStyles from "../../dom/timeline_bar.css.js";
import styles from "./backpropagation.css.js";
import { Visualiser } from "./visualiser.js";
var backpropagation_default = {
  render({ model, el }) {
    const parts = [];
    const shell = makeShell(el, "Backpropagation", explanationStyles + timelineStyles + styles, () => parts.forEach((part) => part.redraw()));
    shell.root.classList.add("gn-backprop");
    const visualiser = new Visualiser(model, shell);
    parts.push(visualiser);
    return () => {
      visualiser.close();
      shell.close();
    };
  }
};
export {
  backpropagation_default as default
};
