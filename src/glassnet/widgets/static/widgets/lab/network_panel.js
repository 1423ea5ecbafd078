// widgets/lab/network_panel.ts
import { make, setText } from "../../dom/element.js";
import { withLayers, withUnits } from "../../lib/network.js";
import { short } from "../../lib/numbers.js";
import { ACTIVATIONS, MOST_LAYERS } from "../../lib/protocol.js";
import { fromLogSlider, toLogSlider } from "../../lib/scales.js";
import { button, select, setEnabled, slider } from "../../dom/controls.js";
import { DiagramView } from "./diagram_view.js";
import { makeInspector } from "./inspector.js";
var RATES = [1e-4, 10];
var PENALTIES = [0, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1];
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
    diagram.element,
    inspector.element
  );
  return {
    element,
    draw(scene) {
      for (const panel of [layers, settings, diagram, inspector]) panel.draw(scene);
    },
    close: () => diagram.close()
  };
}
function makeSettings(change) {
  const activation = select({
    name: "activation",
    label: "Activation",
    help: "What every hidden unit does with its sum",
    options: ACTIVATIONS.map((name) => ({ value: name, label: name })),
    onInput: (name) => change({ activation: name })
  });
  const rate = slider({
    name: "learning_rate",
    label: "Learning rate",
    help: "How far one step goes against the gradient",
    min: 0,
    max: 1,
    step: 0.01,
    toValue: (place) => fromLogSlider(place, ...RATES),
    toPlace: (value) => toLogSlider(value, ...RATES),
    format: short,
    onInput: (learning_rate) => change({ learning_rate })
  });
  const penalty = slider({
    name: "l2",
    label: "L2 penalty",
    help: "How strongly large weights are held back",
    min: 0,
    max: PENALTIES.length - 1,
    step: 1,
    toValue: (place) => PENALTIES[place],
    toPlace: (value) => PENALTIES.findIndex((stop) => stop >= value),
    format: short,
    onInput: (l2) => change({ l2 })
  });
  return {
    element: make("div", { class: "gn-row gn-knobs" }, activation.element, rate.element, penalty.element),
    draw({ spec }) {
      activation.show(spec.activation);
      rate.show(spec.learning_rate);
      penalty.show(spec.l2);
    }
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
      setEnabled(more, spec.hidden.length < MOST_LAYERS);
    }
  };
}
export {
  makeNetworkPanel
};
