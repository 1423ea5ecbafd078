// widgets/loss_explorer/index.ts
import { makeTabs } from "../../dom/tabs.js";
import { defineWidget, together } from "../../dom/widget.js";
import { CurvesTab } from "./curves_tab.js";
import { FitTab } from "./fit_tab.js";
import { SurfaceTab } from "./surface_tab.js";
import styles from "./loss_explorer.css.js";
var loss_explorer_default = defineWidget({ label: "Loss explorer", name: "gn-losses", styles }, ({ root, theme }, channel) => {
  const curves = new CurvesTab(channel, theme);
  const fit = new FitTab(channel, theme);
  const surface = new SurfaceTab(channel, theme);
  const tabs = [
    { name: "curves", label: "Curves", panel: curves.panel },
    { name: "fit", label: "Outliers", panel: fit.panel },
    { name: "surface", label: "Surface", panel: surface.panel }
  ];
  root.append(makeTabs("Views of a loss", tabs, (name) => root.dataset["tab"] = name));
  return together(curves, fit, surface);
});
export {
  loss_explorer_default as default
};
