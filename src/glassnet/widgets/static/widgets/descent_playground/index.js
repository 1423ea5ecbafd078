// widgets/descent_playground/index.ts
import { makeShell } from "../../dom/shell.js";
import { makeTabs } from "../../dom/tabs.js";
import { Channel } from "../../lib/channel.js";
import { BatchesTab } from "./batches_tab.js";
import { RaceTab } from "./race_tab.js";
import styles from "./descent.css.js";
var descent_playground_default = {
  render({ model, el }) {
    const parts = [];
    const shell = makeShell(el, "Descent playground", styles, (theme) => parts.forEach((part) => part.retheme(theme)));
    const channel = new Channel(model, shell.say);
    const race = new RaceTab(channel, shell.theme);
    const batches = new BatchesTab(channel, shell.theme);
    parts.push(race, batches);
    shell.root.classList.add("gn-descent");
    const tabs = [
      { name: "race", label: "Race", panel: race.panel },
      { name: "batches", label: "Batches", panel: batches.panel }
    ];
    shell.root.append(makeTabs("Ways to look at descent", tabs, (name) => shell.root.dataset["tab"] = name));
    return () => {
      for (const part of parts) part.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  descent_playground_default as default
};
