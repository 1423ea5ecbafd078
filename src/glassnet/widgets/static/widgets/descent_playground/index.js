// widgets/descent_playground/index.ts
import { makeTabs } from "../../dom/tabs.js";
import { defineWidget, together } from "../../dom/widget.js";
import { BatchesTab } from "./batches_tab.js";
import { RaceTab } from "./race_tab.js";
import styles from "./descent.css.js";
var descent_playground_default = defineWidget({ label: "Descent playground", name: "gn-descent", styles }, ({ root, theme }, channel) => {
  const race = new RaceTab(channel, theme);
  const batches = new BatchesTab(channel, theme);
  channel.request("landscapes", {}, ({ head }) => {
    const tabs = [
      { name: "race", label: "Race", panel: race.panel },
      { name: "batches", label: "Batches", panel: batches.panel }
    ];
    const first = head.landscapes.find(({ name }) => name === head.opening.landscape).label;
    root.setAttribute("aria-label", `Descent playground: ${head.opening.view === "race" ? first : "batches"}`);
    root.append(makeTabs("Views of gradient descent", tabs, (name) => root.dataset["tab"] = name, head.opening.view));
    race.open(head);
  });
  return together(race, batches);
});
export {
  descent_playground_default as default
};
