// Text to vectors: lines of text as counts, and words as trained vectors.
import { makeTabs } from "../../dom/tabs.ts";
import { defineWidget, together } from "../../dom/widget.ts";
import type { Wire } from "../../wire/text_to_vectors.ts";
import { CountTab } from "./count_tab.ts";
import { TrainTab } from "./train_tab.ts";
import styles from "./text_to_vectors.css";

export default defineWidget<Wire>({ label: "Text to vectors", name: "gn-words", styles }, (shell, channel) => {
  const { root } = shell;
  const count = new CountTab(shell, channel);
  const train = new TrainTab(shell, channel);
  const tabs = [
    { name: "count", label: "Counting", panel: count.panel },
    { name: "train", label: "Learning", panel: train.panel },
  ];
  root.append(makeTabs("From text to numbers", tabs, (name) => (root.dataset["tab"] = name)));
  return together(count, train);
});
