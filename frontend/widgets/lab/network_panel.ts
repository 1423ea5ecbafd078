// The network: its settings, its diagram, and the numbers of the selected unit or weight.
import { make, setText } from "../../dom/element.ts";
import { withLayers, withUnits } from "../../lib/network.ts";
import type { Spec } from "../../lib/protocol.ts";
import type { Session } from "../../lib/session.ts";
import { button, setEnabled } from "../../dom/controls.ts";
import { controlsOf } from "../../dom/setting_controls.ts";
import { SETTINGS } from "../../wire/lab.ts";
import { DiagramView } from "./diagram_view.ts";
import { makeInspector } from "./inspector.ts";
import type { Attention, Panel } from "./scene.ts";

type Change = (change: Partial<Spec>) => void;

export interface NetworkPanel extends Panel {
  /** The diagram as an SVG file. */
  picture(): Promise<Blob>;
}

export function makeNetworkPanel(session: Session, attention: Attention, change: Change, redraw: () => void): NetworkPanel {
  const settings = makeSettings(change);
  const layers = makeLayerStepper((by) => change({ hidden: withLayers(session.spec!.hidden, by) }));
  const changeUnits = (layer: number, by: 1 | -1) => change({ hidden: withUnits(session.spec!.hidden, layer, by) });
  const diagram = new DiagramView(attention, changeUnits, redraw);
  const inspector = makeInspector();
  const element = make(
    "section",
    { class: "gn-network" },
    make("div", { class: "gn-row" }, make("h2", {}, "Network"), layers.element),
    settings.element,
    make("div", { class: "gn-diagram-scroll" }, diagram.element),
    inspector.element,
  );
  return {
    element,
    draw(scene) {
      for (const panel of [layers, settings, diagram, inspector]) panel.draw(scene);
    },
    close: () => diagram.close(),
    picture: () => diagram.picture(),
  };
}

function makeSettings(change: Change): Panel {
  const controls = controlsOf(SETTINGS, "network", change);
  return {
    element: make("div", { class: "gn-row gn-knobs" }, ...controls.elements),
    draw: ({ spec }) => controls.show(spec),
  };
}

function makeLayerStepper(by: (change: 1 | -1) => void): Panel {
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
    },
  };
}
