// The descent playground: a race of update rules down a landscape, and a comparison of batch sizes.
import { makeTabs } from "../../dom/tabs.ts";
import { defineWidget, together } from "../../dom/widget.ts";
import type { Wire } from "../../wire/descent_playground.ts";
import { BatchesTab } from "./batches_tab.ts";
import { RaceTab } from "./race_tab.ts";
import styles from "./descent.css";

export default defineWidget<Wire>({ label: "Descent playground", name: "gn-descent", styles }, ({ root, theme }, channel) => {
  const race = new RaceTab(channel, theme);
  const batches = new BatchesTab(channel, theme);
  channel.request("landscapes", {}, ({ head }) => {
    const tabs = [
      { name: "race", label: "Race", panel: race.panel },
      { name: "batches", label: "Batches", panel: batches.panel },
    ];
    const first = head.landscapes.find(({ name }) => name === head.opening.landscape)!.label;
    root.setAttribute("aria-label", `Descent playground: ${head.opening.view === "race" ? first : "batches"}`); // a page may have several
    root.append(makeTabs("Views of gradient descent", tabs, (name) => (root.dataset["tab"] = name), head.opening.view));
    race.open(head);
  });
  return together(race, batches);
});
