// widgets/loss_explorer/index.ts
import { make } from "../../dom/element.js";
import { makeTabs } from "../../dom/tabs.js";
import { defineWidget } from "../../dom/widget.js";
import { CurvesTab } from "./curves_tab.js";
import { FitTab } from "./fit_tab.js";
import { SurfaceTab } from "./surface_tab.js";
import styles from "./loss_explorer.css.js";
var loss_explorer_default = defineWidget({ label: "Loss explorer", name: "gn-losses", styles }, (shell, channel) => {
  const made = /* @__PURE__ */ new Map();
  channel.request("open", {}, ({ head }) => {
    const makers = {
      curves: () => new CurvesTab(channel, shell.theme, head.family),
      outliers: () => new FitTab(channel, shell.theme),
      surface: () => new SurfaceTab(channel, shell.theme, head.model)
    };
    const tabs = ["Curves", "Outliers", "Surface"].map((label) => ({ name: label.toLowerCase(), label, panel: make("div", {}) }));
    const show = (name) => {
      shell.root.dataset["tab"] = name;
      if (made.has(name)) return;
      const view = makers[name]();
      made.set(name, view);
      tabs.find((tab) => tab.name === name).panel.append(view.panel);
    };
    const about = { curves: head.family, outliers: "ten points", surface: head.model.replaceAll("_", " ") }[head.view] ?? "";
    shell.root.setAttribute("aria-label", `Loss explorer: ${head.view}, ${about}`);
    shell.root.append(makeTabs("Views of a loss", tabs, show, head.view));
  });
  return {
    retheme: (theme) => made.forEach((view) => view.retheme(theme)),
    close: () => made.forEach((view) => view.close())
  };
});
export {
  loss_explorer_default as default
};
