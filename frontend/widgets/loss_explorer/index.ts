// The loss explorer: three ways to look at a loss.
import { makeShell } from "../../dom/shell.ts";
import { makeTabs } from "../../dom/tabs.ts";
import type { Model } from "../../lib/anywidget.ts";
import { Channel } from "../../lib/channel.ts";
import type { Wire } from "../../wire/loss_explorer.ts";
import { CurvesTab } from "./curves_tab.ts";
import { FitTab } from "./fit_tab.ts";
import { SurfaceTab } from "./surface_tab.ts";
import styles from "./loss_explorer.css";

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const parts: { retheme(theme: "light" | "dark"): void; close(): void }[] = [];
    const shell = makeShell(el, "Loss explorer", styles, (theme) => parts.forEach((part) => part.retheme(theme)));
    const channel = new Channel<Wire>(model, shell.say);
    const curves = new CurvesTab(channel, shell.theme);
    const fit = new FitTab(channel, shell.theme);
    const surface = new SurfaceTab(channel, shell.theme);
    parts.push(curves, fit, surface);
    shell.root.classList.add("gn-losses");
    const tabs = [
      { name: "curves", label: "Curves", panel: curves.panel },
      { name: "fit", label: "Outliers", panel: fit.panel },
      { name: "surface", label: "Surface", panel: surface.panel },
    ];
    shell.root.append(makeTabs("Ways to look at a loss", tabs, (name) => (shell.root.dataset["tab"] = name)));
    return () => {
      for (const part of parts) part.close();
      channel.close();
      shell.close();
    };
  },
};
