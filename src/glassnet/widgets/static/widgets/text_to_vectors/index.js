// widgets/text_to_vectors/index.ts
import { makeShell } from "../../dom/shell.js";
import { makeTabs } from "../../dom/tabs.js";
import { Channel } from "../../lib/channel.js";
import { CountTab } from "./count_tab.js";
import { TrainTab } from "./train_tab.js";
import styles from "./text_to_vectors.css.js";
var text_to_vectors_default = {
  render({ model, el }) {
    let train = null;
    const shell = makeShell(el, "Text to vectors", styles, (theme) => train?.retheme(theme));
    const channel = new Channel(model, shell.say);
    const count = new CountTab(shell, channel);
    train = new TrainTab(shell, channel);
    shell.root.classList.add("gn-words");
    const tabs = [
      { name: "count", label: "Counting", panel: count.panel },
      { name: "train", label: "Learning", panel: train.panel }
    ];
    shell.root.append(makeTabs("Ways from text to numbers", tabs, (name) => shell.root.dataset["tab"] = name));
    return () => {
      count.close();
      train?.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  text_to_vectors_default as default
};
