// Text to vectors: lines of text as counts, and words as trained vectors; each view is made when it is first shown.
import { make } from "../../dom/element.ts";
import { makeTabs } from "../../dom/tabs.ts";
import { defineWidget, type Content } from "../../dom/widget.ts";
import type { Wire } from "../../wire/text_to_vectors.ts";
import { CountTab } from "./count_tab.ts";
import { TrainTab } from "./train_tab.ts";
import styles from "./text_to_vectors.css";

interface View extends Content {
  panel: HTMLElement;
}

export default defineWidget<Wire>({ label: "Text to vectors", name: "gn-words", styles }, (shell, channel) => {
  const made = new Map<string, View>();
  channel.request("open", {}, ({ head }) => {
    const makers: Record<string, () => View> = { counting: () => new CountTab(shell, channel, head.sentences), learning: () => new TrainTab(shell, channel) };
    const tabs = ["Counting", "Learning"].map((label) => ({ name: label.toLowerCase(), label, panel: make("div", {}) }));
    const show = (name: string): void => {
      shell.root.dataset["tab"] = name;
      if (made.has(name)) return;
      const view = makers[name]!();
      made.set(name, view);
      tabs.find((tab) => tab.name === name)!.panel.append(view.panel);
    };
    shell.root.setAttribute("aria-label", `Text to vectors: ${head.view}`); // there may be several on a page
    shell.root.append(makeTabs("From text to numbers", tabs, show, head.view));
  });
  return {
    retheme: (theme) => made.forEach((view) => view.retheme(theme)),
    close: () => made.forEach((view) => view.close()),
  };
});
