// The loss explorer: three views of a loss.
import { makeTabs } from "../../dom/tabs.ts";
import { defineWidget, together } from "../../dom/widget.ts";
import type { Wire } from "../../wire/loss_explorer.ts";
import { CurvesTab } from "./curves_tab.ts";
import { FitTab } from "./fit_tab.ts";
import { SurfaceTab } from "./surface_tab.ts";
import styles from "./loss_explorer.css";

export default defineWidget<Wire>({ label: "Loss explorer", name: "gn-losses", styles }, ({ root, theme }, channel) => {
  const curves = new CurvesTab(channel, theme);
  const fit = new FitTab(channel, theme);
  const surface = new SurfaceTab(channel, theme);
  const tabs = [
    { name: "curves", label: "Curves", panel: curves.panel },
    { name: "fit", label: "Outliers", panel: fit.panel },
    { name: "surface", label: "Surface", panel: surface.panel },
  ];
  root.append(makeTabs("Views of a loss", tabs, (name) => (root.dataset["tab"] = name)));
  return together(curves, fit, surface);
});
