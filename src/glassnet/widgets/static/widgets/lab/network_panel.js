// widgets/lab/network_panel.ts
import { make, setText } from "../../dom/element.js";
import { withLayers, withUnits } from "../../lib/network.js";
import { button, setEnabled } from "../../dom/controls.js";
import { controlsOf } from "../../dom/setting_controls.js";
import { SETTINGS } from "../../wire/lab.js";
import { DiagramView } from "./diagram_view.js";
import { makeInspector } from "./inspector.js";
function makeNetworkPanel(session, attention, change, redraw) {
  const settings = makeSettings(change);
  const layers = makeLayerStepper((by) => change({ hidden: withLayers(session.spec.hidden, by) }));
  const changeUnits = (layer, by) => change({ hidden: withUnits(session.spec.hidden, layer, by) });
  const diagram = new DiagramView(attention, changeUnits, redraw);
  const inspector = makeInspector();
  const element = make(
    "section",
    { class: "gn-network" },
    make("div", { class: "gn-row" }, make("h2", {}, "Network"), layers.element),
    settings.element,
    make("div", { class: "gn-diagram-scroll" }, diagram.element),
    inspector.element
  );
  return {
    element,
    draw(scene) {
      for (const panel of [layers, settings, diagram, inspector]) panel.draw(scene);
    },
    close: () => diagram.close(),
    picture: () => diagram.picture()
  };
}
function makeSettings(change) {
  const controls = controlsOf(SETTINGS, "network", change);
  return {
    element: make("div", { class: "gn-row gn-knobs" }, ...controls.elements),
    draw: ({ spec }) => controls.show(spec)
  };
}
function makeLayerStepper(by) {
  const less = button({ class: "gn-small", name: "less-layers", label: "Remove the last hidden layer", text: "−", onClick: () => by(-1) });
  const more = button({ class: "gn-small", name: "more-layers", label: "Add a hidden layer", text: "+", onClick: () => by(1) });
  const count = make("span", { class: "gn-head-count" });
  const words = make("span", {}, "hidden layers");
  return {
    element: make("span", { class: "gn-stepper", role: "group", "aria-label": "Hidden layers" }, less, count, more, words),
    draw({ spec }) {
      setText(count, String(spec.hidden.length));
      setText(words, spec.hidden.length === 1 ? "hidden layer" : "hidden layers");
      setEnabled(less, spec.hidden.length > 0);
      setEnabled(more, spec.hidden.length < SETTINGS.hidden.max_length);
    }
  };
}
export {
  makeNetworkPanel
};
