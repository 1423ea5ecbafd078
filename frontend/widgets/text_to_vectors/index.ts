// Text to vectors: lines of text as counts, and words as vectors that are trained.
import { makeShell } from "../../dom/shell.ts";
import { makeTabs } from "../../dom/tabs.ts";
import type { Model } from "../../lib/anywidget.ts";
import { Channel } from "../../lib/channel.ts";
import type { Wire } from "../../wire/text_to_vectors.ts";
import { CountTab } from "./count_tab.ts";
import { TrainTab } from "./train_tab.ts";
import styles from "./text_to_vectors.css";

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    let train: TrainTab | null = null;
    const shell = makeShell(el, "Text to vectors", styles, (theme) => train?.retheme(theme));
    const channel = new Channel<Wire>(model, shell.say);
    const count = new CountTab(shell, channel);
    train = new TrainTab(shell, channel);
    shell.root.classList.add("gn-words");
    const tabs = [
      { name: "count", label: "Counting", panel: count.panel },
      { name: "train", label: "Learning", panel: train.panel },
    ];
    shell.root.append(makeTabs("Ways from text to numbers", tabs, (name) => (shell.root.dataset["tab"] = name)));
    return () => {
      count.close();
      train?.close();
      channel.close();
      shell.close();
    };
  },
};
