// widgets/loss_explorer/index.ts
import { makeShell } from "../../dom/shell.js";
import { makeTabs } from "../../dom/tabs.js";
import { Channel } from "../../lib/channel.js";
import { CurvesTab } from "./curves_tab.js";
import { FitTab } from "./fit_tab.js";
import { SurfaceTab } from "./surface_tab.js";
import styles from "./loss_explorer.css.js";
var loss_explorer_default = {
  render({ model, el }) {
    const parts = [];
    const shell = makeShell(el, "Loss explorer", styles, (theme) => parts.forEach((part) => part.retheme(theme)));
    const channel = new Channel(model, shell.say);
    const curves = new CurvesTab(channel, shell.theme);
    const fit = new FitTab(channel, shell.theme);
    const surface = new SurfaceTab(channel, shell.theme);
    parts.push(curves, fit, surface);
    shell.root.classList.add("gn-losses");
    const tabs = [
      { name: "curves", label: "Curves", panel: curves.panel },
      { name: "fit", label: "Outliers", panel: fit.panel },
      { name: "surface", label: "Surface", panel: surface.panel }
    ];
    shell.root.append(makeTabs("Ways to look at a loss", tabs, (name) => shell.root.dataset["tab"] = name));
    return () => {
      for (const part of parts) part.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  loss_explorer_default as default
};
