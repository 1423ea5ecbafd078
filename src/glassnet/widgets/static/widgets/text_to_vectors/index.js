// widgets/text_to_vectors/index.ts
import { makeTabs } from "../../dom/tabs.js";
import { defineWidget, together } from "../../dom/widget.js";
import { CountTab } from "./count_tab.js";
import { TrainTab } from "./train_tab.js";
import styles from "./text_to_vectors.css.js";
var text_to_vectors_default = defineWidget({ label: "Text to vectors", name: "gn-words", styles }, (shell, channel) => {
  const { root } = shell;
  const count = new CountTab(shell, channel);
  const train = new TrainTab(shell, channel);
  const tabs = [
    { name: "count", label: "Counting", panel: count.panel },
    { name: "train", label: "Learning", panel: train.panel }
  ];
  root.append(makeTabs("From text to numbers", tabs, (name) => root.dataset["tab"] = name));
  return together(count, train);
});
export {
  text_to_vectors_default as default
};
