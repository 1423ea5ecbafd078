// The descent playground: a race of update rules down a landscape, and batches of several sizes.
import { makeShell } from "../../dom/shell.ts";
import { makeTabs } from "../../dom/tabs.ts";
import type { Model } from "../../lib/anywidget.ts";
import { Channel } from "../../lib/channel.ts";
import type { Wire } from "../../wire/descent_playground.ts";
import { BatchesTab } from "./batches_tab.ts";
import { RaceTab } from "./race_tab.ts";
import styles from "./descent.css";

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const parts: { retheme(theme: "light" | "dark"): void; close(): void }[] = [];
    const shell = makeShell(el, "Descent playground", styles, (theme) => parts.forEach((part) => part.retheme(theme)));
    const channel = new Channel<Wire>(model, shell.say);
    const race = new RaceTab(channel, shell.theme);
    const batches = new BatchesTab(channel, shell.theme);
    parts.push(race, batches);
    shell.root.classList.add("gn-descent");
    const tabs = [
      { name: "race", label: "Race", panel: race.panel },
      { name: "batches", label: "Batches", panel: batches.panel },
    ];
    shell.root.append(makeTabs("Ways to look at descent", tabs, (name) => (shell.root.dataset["tab"] = name)));
    return () => {
      for (const part of parts) part.close();
      channel.close();
      shell.close();
    };
  },
};
