// widgets/glass_box/neuron_view.ts
import { select } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { focusWithin, numberButton } from "../../dom/number.js";
import { signedColor } from "../../lib/colors.js";
import { minusText } from "../../lib/numbers.js";
import { weightsOf } from "./stage.js";
var OUTPUTS = 10;
var STRENGTH = 0.45;
var VIEWS = [
  { value: "weights", label: "the weights" },
  { value: "inputs", label: "what comes in" },
  { value: "products", label: "weight × what comes in" }
];
var NeuronView = class {
  constructor(ask) {
    this.ask = ask;
    const views = select({
      label: "In each field",
      help: "What the fields of the table show",
      name: "fields",
      options: VIEWS,
      onInput: (view) => {
        this.view = view;
        if (this.last) this.draw(...this.last);
      }
    });
    this.element = make("div", { class: "gn-neuron-view" }, this.title, this.words, views.element, this.cells, this.sums);
  }
  ask;
  element;
  title = make("h3", {});
  words = make("p", { class: "gn-note" });
  cells = make("div", { class: "gn-cells", role: "group" });
  sums = make("div", { class: "gn-sums", role: "group", "aria-label": "Sum and activation" });
  view = "weights";
  last = null;
  draw(inside, reading, neuron, theme) {
    this.last = [inside, reading, neuron, theme];
    const { layer, unit } = neuron;
    const name = inside.head.layers[layer];
    const cells = layer === 0 ? this.ofHidden(inside, reading, unit) : this.ofOutput(inside, reading, unit);
    setText(this.title, layer === 0 ? `Hidden neuron ${unit + 1}` : `The output for ${unit}`);
    const from = layer === 0 ? "each point of the picture" : "each hidden neuron";
    setText(this.words, `One weight for ${from}. Weight times what comes in, added up, plus the bias: that is the sum z. ${layer === 0 ? "If z is below 0, the neuron passes on 0." : "All ten sums become percentages that add up to 100."}`);
    this.fill(this.cells, cells.map((cell) => this.cell(cell, cells, theme)));
    this.cells.dataset["columns"] = layer === 0 ? "8" : "4";
    this.cells.setAttribute("aria-label", VIEWS.find(({ value }) => value === this.view).label);
    const [sums, values] = layer === 0 ? [reading.arrays[1], reading.arrays[2]] : [reading.arrays[3], reading.arrays[4]];
    const bias = inside.arrays[layer === 0 ? 1 : 3][unit];
    const number = (reference, symbol, value) => numberButton({ reference, symbol, value, digits: 3, sign: "", onClick: this.ask });
    this.fill(this.sums, [number(`${name}.bias[${unit}]`, "bias", bias), number(`${name}.z[0, ${unit}]`, "sum z", sums[unit]), number(`${name}.a[0, ${unit}]`, "passed on", values[unit])]);
  }
  ofHidden(inside, reading, unit) {
    const name = inside.head.layers[0];
    const pixels = reading.arrays[0];
    return weightsOf(inside, unit).map((weight, point) => this.choice(`${name}.weight[${point}, ${unit}]`, `data.x[0, ${point}]`, weight, pixels[point], `row ${Math.floor(point / 8) + 1}, column ${point % 8 + 1}`));
  }
  ofOutput(inside, reading, digit) {
    const [first, last] = inside.head.layers;
    const activations = reading.arrays[2];
    return Array.from(activations, (value, i) => this.choice(`${last}.weight[${i}, ${digit}]`, `${first}.a[0, ${i}]`, inside.arrays[2][i * OUTPUTS + digit], value, `from hidden neuron ${i + 1}`));
  }
  choice(weight, input, weightValue, inputValue, words) {
    if (this.view === "inputs") return { reference: input, value: inputValue, words };
    return { reference: weight, value: this.view === "weights" ? weightValue : weightValue * inputValue, words };
  }
  cell({ reference, value, words }, all, theme) {
    const most = Math.max(1e-9, ...all.map((one) => Math.abs(one.value)));
    const [r, g, b] = signedColor(STRENGTH * value / most, theme);
    const cell = numberButton({ reference, symbol: words, value, digits: 2, sign: "", text: minusText(value.toFixed(1).replace("-0.0", "0.0")), class: "gn-chip gn-cell", onClick: this.ask });
    cell.style.background = `rgb(${r} ${g} ${b})`;
    return cell;
  }
  /** Replace the buttons; the one at the place that had the focus gets it again. */
  fill(parent, buttons) {
    const focused = focusWithin(parent);
    const place = focused ? [...parent.children].indexOf(focused) : -1;
    parent.replaceChildren(...buttons);
    if (place >= 0) buttons[place]?.focus();
  }
};
export {
  NeuronView
};
