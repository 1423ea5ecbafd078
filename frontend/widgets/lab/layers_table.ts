// The hidden layers as a table: units, activation, normalisation, dropout and initialiser of each.
import { button, setEnabled } from "../../dom/controls.ts";
import { isFocused, make } from "../../dom/element.ts";
import { ofLayer, setLayer, withLayerAfter, withoutLayer, type OwnOfLayer } from "../../lib/layers.ts";
import { percent } from "../../lib/numbers.ts";
import type { Spec } from "../../lib/protocol.ts";
import { choicesOf, type ListSetting } from "../../lib/settings.ts";
import { SETTINGS } from "../../wire/lab.ts";
import type { Panel } from "./scene.ts";

type Change = (change: Partial<Spec>) => void;

interface Row {
  element: HTMLElement;
  show(spec: Spec): void;
}

const HEADS = ["Layer", "Units", "Activation", "Normalisation", "Dropout", "Initialiser", ""];

export function makeLayersTable(current: () => Spec, change: Change): Panel {
  const body = make("tbody");
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...HEADS.map((name) => (name ? make("th", { scope: "col" }, name) : make("td"))))), body);
  const add = button({ name: "add-layer", label: "Add a layer", text: "Add a layer", onClick: () => change(withLayerAfter(current(), current().hidden.length - 1)) });
  const rows: Row[] = [];
  return {
    element: make("section", { class: "gn-layers" }, make("h2", {}, "Layers"), make("div", { class: "gn-scroll" }, table), add),
    draw({ spec }) {
      while (rows.length > spec.hidden.length) rows.pop()!.element.remove();
      while (rows.length < spec.hidden.length) {
        const row = makeRow(rows.length, current, change);
        rows.push(row);
        body.append(row.element);
      }
      table.hidden = spec.hidden.length === 0;
      setEnabled(add, spec.hidden.length < SETTINGS.hidden.max_length);
      for (const row of rows) row.show(spec);
    },
  };
}

function makeRow(layer: number, current: () => Spec, change: Change): Row {
  const name = `hidden layer ${layer + 1}`;
  const units = make("input", {
    type: "number", name: `units-${layer + 1}`, min: SETTINGS.hidden.min, max: SETTINGS.hidden.max, "aria-label": `Units of ${name}`,
    onchange: () => change({ hidden: current().hidden.map((count, i) => (i === layer ? unitsOf(units, count) : count)) }),
  });
  const set = (what: OwnOfLayer, value: string | number): void => change(setLayer(current(), what, layer, value as never));
  const activation = choice(`activation-${layer + 1}`, `Activation of ${name}`, choicesOf(SETTINGS.activations), (value) => set("activations", value));
  const normalisation = choice(`normalisation-${layer + 1}`, `Normalisation of ${name}`, choicesOf(SETTINGS.normalisations), (value) => set("normalisations", value));
  const rates = (SETTINGS.dropouts as ListSetting).stops.map((rate) => ({ value: String(rate), label: rate === 0 ? "none" : percent(rate).replace(".0", "") }));
  const dropout = choice(`dropout-${layer + 1}`, `Dropout of ${name}`, rates, (value) => set("dropouts", Number(value)));
  const initializer = choice(`initializer-${layer + 1}`, `Initialiser of ${name}`, choicesOf(SETTINGS.initializers), (value) => set("initializers", value));
  const remove = button({ name: `remove-layer-${layer + 1}`, label: `Remove ${name}`, text: "Remove", onClick: () => change(withoutLayer(current(), layer)) });
  const cells = [units, activation, normalisation, dropout, initializer, remove].map((cell) => make("td", {}, cell));
  return {
    element: make("tr", {}, make("th", { scope: "row" }, String(layer + 1)), ...cells),
    show(spec) {
      if (!isFocused(units)) units.value = String(spec.hidden[layer]);
      activation.value = ofLayer(spec, "activations", layer);
      normalisation.value = ofLayer(spec, "normalisations", layer);
      dropout.value = String(ofLayer(spec, "dropouts", layer));
      initializer.value = ofLayer(spec, "initializers", layer);
    },
  };
}

/** The number in the field within its limits; the number before, if it holds none. */
function unitsOf(input: HTMLInputElement, before: number): number {
  const { min, max } = SETTINGS.hidden;
  return Number.isFinite(input.valueAsNumber) ? Math.min(max, Math.max(min, Math.round(input.valueAsNumber))) : before;
}

function choice(name: string, label: string, options: readonly { value: string; label: string }[], onInput: (value: string) => void): HTMLSelectElement {
  const input = make("select", { name, "aria-label": label, onchange: () => onInput(input.value) }, ...options.map(({ value, label: text }) => make("option", { value }, text)));
  return input;
}
