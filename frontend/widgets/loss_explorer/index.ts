// The loss explorer: three views of a loss, each made when it is first shown.
import { make } from "../../dom/element.ts";
import { makeTabs } from "../../dom/tabs.ts";
import { defineWidget, type Content } from "../../dom/widget.ts";
import type { Wire } from "../../wire/loss_explorer.ts";
import { CurvesTab } from "./curves_tab.ts";
import { FitTab } from "./fit_tab.ts";
import { SurfaceTab } from "./surface_tab.ts";
import styles from "./loss_explorer.css";

interface View extends Content {
  panel: HTMLElement;
}

export default defineWidget<Wire>({ label: "Loss explorer", name: "gn-losses", styles }, (shell, channel) => {
  const made = new Map<string, View>();
  channel.request("open", {}, ({ head }) => {
    const makers: Record<string, () => View> = {
      curves: () => new CurvesTab(channel, shell.theme, head.family),
      outliers: () => new FitTab(channel, shell.theme),
      surface: () => new SurfaceTab(channel, shell.theme, head.model),
    };
    const tabs = ["Curves", "Outliers", "Surface"].map((label) => ({ name: label.toLowerCase(), label, panel: make("div", {}) }));
    const show = (name: string): void => {
      shell.root.dataset["tab"] = name;
      if (made.has(name)) return;
      const view = makers[name]!();
      made.set(name, view);
      tabs.find((tab) => tab.name === name)!.panel.append(view.panel);
    };
    const about = { curves: head.family, outliers: "ten points", surface: head.model.replaceAll("_", " ") }[head.view] ?? "";
    shell.root.setAttribute("aria-label", `Loss explorer: ${head.view}, ${about}`); // there may be several on a page
    shell.root.append(makeTabs("Views of a loss", tabs, show, head.view));
  });
  return {
    retheme: (theme) => made.forEach((view) => view.retheme(theme)),
    close: () => made.forEach((view) => view.close()),
  };
});
