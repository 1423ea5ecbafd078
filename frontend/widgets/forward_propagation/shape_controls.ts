// The shape of a network of one's own: inputs, hidden layers, outputs, activations; and how many parameters that makes.
import { button, select, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { withLayers } from "../../lib/network.ts";
import { activationName } from "../../lib/symbols.ts";
import type { Architecture, NetworksView } from "../../wire/forward_propagation.ts";

export class ShapeControls {
  readonly element = make("div", { class: "gn-shape", role: "group", "aria-label": "Shape of the network" });
  private readonly layers = make("div", { class: "gn-row" });
  private readonly count = make("p", { class: "gn-note", role: "status" });
  private readonly controls: Control<number>[];
  private units: Control<number>[] = [];

  constructor(
    private shape: Architecture,
    private readonly limits: NetworksView,
    private readonly onShape: (shape: Architecture) => void,
  ) {
    const { max_units, max_hidden, activations, outputs } = limits;
    const number = (label: string, help: string, name: string, min: number, max: number, change: (value: number) => Partial<Architecture>): Control<number> =>
      slider({ label, help, name, min, max, step: 1, format: String, onInput: (value) => this.change(change(value)) });
    const inputs = number("Inputs", "Number of inputs", "inputs", 1, max_units, (inputs) => ({ inputs }));
    const depth = number("Hidden layers", "Number of hidden layers", "depth", 0, max_hidden, (count) => ({ hidden: withCount(this.shape.hidden, count) }));
    const ends = number("Outputs", "Number of outputs", "outputs", 1, max_units, (outputs) => ({ outputs }));
    this.controls = [inputs, depth, ends];
    const kind = (label: string, name: "activation" | "output", options: readonly string[]): Control<string> =>
      select({ label, help: `${label} of the network`, name, options: options.map((value) => ({ value, label: activationName(value) })), onInput: (value) => this.change({ [name]: value }) });
    const kinds = [kind("Hidden activation", "activation", activations), kind("Output activation", "output", outputs)];
    const fresh = button({ name: "fresh", label: "New weights", text: "New weights", help: "Draw other weights and inputs", onClick: () => this.change({ seed: this.shape.seed + 1 }) });
    this.element.append(make("div", { class: "gn-row" }, ...this.controls.map(({ element }) => element)), this.layers, make("div", { class: "gn-row" }, ...kinds.map(({ element }) => element), fresh), this.count);
    kinds[0]!.show(shape.activation);
    kinds[1]!.show(shape.output);
    this.show();
  }

  private change(change: Partial<Architecture>): void {
    this.shape = { ...this.shape, ...change };
    this.show();
    this.onShape(this.shape);
  }

  private show(): void {
    const { inputs, hidden, outputs } = this.shape;
    [inputs, hidden.length, outputs].forEach((value, i) => this.controls[i]!.show(value));
    if (this.units.length !== hidden.length) {
      this.units = hidden.map((_, l) =>
        slider({ label: `Layer ${l + 1}`, help: `Neurons of hidden layer ${l + 1}`, name: `units-${l}`, min: 1, max: this.limits.max_units, step: 1, format: String, onInput: (units) => this.change({ hidden: this.shape.hidden.map((one, at) => (at === l ? units : one)) }) }),
      );
      this.layers.replaceChildren(...this.units.map(({ element }) => element));
    }
    hidden.forEach((units, l) => this.units[l]!.show(units));
    setText(this.count, parameters([inputs, ...hidden, outputs]));
  }
}

function withCount(hidden: readonly number[], count: number): number[] {
  let changed = [...hidden];
  while (changed.length !== count) changed = withLayers(changed, changed.length < count ? 1 : -1);
  return changed;
}

/** "(3 · 4 + 4) + (4 · 2 + 2) = 26 parameters". */
export function parameters(sizes: readonly number[]): string {
  const pairs = sizes.slice(1).map((units, i) => [sizes[i]!, units] as const);
  const total = pairs.reduce((sum, [before, units]) => sum + before * units + units, 0);
  return `${pairs.map(([before, units]) => `(${before} · ${units} + ${units})`).join(" + ")} = ${total} parameters: weights and biases, layer by layer.`;
}
