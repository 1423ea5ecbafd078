// widgets/forward_propagation/shape_controls.ts
import { button, select, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { withLayers } from "../../lib/network.js";
var ShapeControls = class {
  constructor(shape, limits, onShape) {
    this.shape = shape;
    this.limits = limits;
    this.onShape = onShape;
    const { most_units, most_hidden, activations } = limits;
    const number = (label, help, name, min, max, change) => slider({ label, help, name, min, max, step: 1, format: String, onInput: (value) => this.change(change(value)) });
    const inputs = number("Inputs", "Number of inputs", "inputs", 1, most_units, (inputs2) => ({ inputs: inputs2 }));
    const depth = number("Hidden layers", "Number of hidden layers", "depth", 0, most_hidden, (count) => ({ hidden: withCount(this.shape.hidden, count) }));
    const ends = number("Outputs", "Number of outputs", "outputs", 1, most_units, (outputs) => ({ outputs }));
    this.controls = [inputs, depth, ends];
    const kind = (label, name) => select({ label, help: `${label} of the network`, name, options: activations.map(({ name: name2, label: label2 }) => ({ value: name2, label: label2 })), onInput: (value) => this.change({ [name]: value }) });
    const kinds = [kind("Hidden activation", "activation"), kind("Output activation", "output_activation")];
    const fresh = button({ name: "fresh", label: "New weights", text: "New weights", help: "Draw other weights and inputs", onClick: () => this.onShape(this.shape, ++this.seed) });
    this.element.append(make("div", { class: "gn-row" }, ...this.controls.map(({ element }) => element)), this.layers, make("div", { class: "gn-row" }, ...kinds.map(({ element }) => element), fresh), this.count);
    kinds[0].show(shape.activation);
    kinds[1].show(shape.output_activation);
    this.show();
  }
  shape;
  limits;
  onShape;
  element = make("div", { class: "gn-shape", role: "group", "aria-label": "Shape of the network" });
  layers = make("div", { class: "gn-row" });
  count = make("p", { class: "gn-note", role: "status" });
  controls;
  units = [];
  seed = 0;
  change(change) {
    this.shape = { ...this.shape, ...change };
    this.show();
    this.onShape(this.shape, this.seed);
  }
  show() {
    const { inputs, hidden, outputs } = this.shape;
    [inputs, hidden.length, outputs].forEach((value, i) => this.controls[i].show(value));
    if (this.units.length !== hidden.length) {
      this.units = hidden.map(
        (_, l) => slider({ label: `Layer ${l + 1}`, help: `Neurons of hidden layer ${l + 1}`, name: `units-${l}`, min: 1, max: this.limits.most_units, step: 1, format: String, onInput: (units) => this.change({ hidden: this.shape.hidden.map((one, at) => at === l ? units : one) }) })
      );
      this.layers.replaceChildren(...this.units.map(({ element }) => element));
    }
    hidden.forEach((units, l) => this.units[l].show(units));
    setText(this.count, parameters([inputs, ...hidden, outputs]));
  }
};
function withCount(hidden, count) {
  let changed = [...hidden];
  while (changed.length !== count) changed = withLayers(changed, changed.length < count ? 1 : -1);
  return changed;
}
function parameters(sizes) {
  const pairs = sizes.slice(1).map((units, i) => [sizes[i], units]);
  const total = pairs.reduce((sum, [before, units]) => sum + before * units + units, 0);
  return `${pairs.map(([before, units]) => `(${before} · ${units} + ${units})`).join(" + ")} = ${total} parameters: weights and biases, layer by layer.`;
}
export {
  ShapeControls,
  parameters
};
