// widgets/text_to_vectors/index.ts
import { make } from "../../dom/element.js";
import { makeTabs } from "../../dom/tabs.js";
import { defineWidget } from "../../dom/widget.js";
import { CountTab } from "./count_tab.js";
import { TrainTab } from "./train_tab.js";
import styles from "./text_to_vectors.css.js";
var text_to_vectors_default = defineWidget({ label: "Text to vectors", name: "gn-words", styles }, (shell, channel) => {
  const made = /* @__PURE__ */ new Map();
  channel.request("open", {}, ({ head }) => {
    const makers = { counting: () => new CountTab(shell, channel, head.sentences), learning: () => new TrainTab(shell, channel) };
    const tabs = ["Counting", "Learning"].map((label) => ({ name: label.toLowerCase(), label, panel: make("div", {}) }));
    const show = (name) => {
      shell.root.dataset["tab"] = name;
      if (made.has(name)) return;
      const view = makers[name]();
      made.set(name, view);
      tabs.find((tab) => tab.name === name).panel.append(view.panel);
    };
    shell.root.setAttribute("aria-label", `Text to vectors: ${head.view}`);
    shell.root.append(makeTabs("From text to numbers", tabs, show, head.view));
  });
  return {
    retheme: (theme) => made.forEach((view) => view.retheme(theme)),
    close: () => made.forEach((view) => view.close())
  };
});
export {
  text_to_vectors_default as default
};
