// The shape of a network of one's own: inputs, hidden layers, outputs, activations; and how many parameters that makes.
import { button, select, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { withLayers } from "../../lib/network.ts";
import type { NetworksView } from "../../wire/forward_propagation.ts";
import type { Architecture } from "../../wire/shared.ts";

export class ShapeControls {
  readonly element = make("div", { class: "gn-shape", role: "group", "aria-label": "Shape of the network" });
  private readonly layers = make("div", { class: "gn-row" });
  private readonly count = make("p", { class: "gn-note", role: "status" });
  private readonly controls: Control<number>[];
  private units: Control<number>[] = [];
  private seed = 0;

  constructor(
    private shape: Architecture,
    private readonly limits: NetworksView,
    private readonly onShape: (shape: Architecture, seed: number) => void,
  ) {
    const { most_units, most_hidden, activations } = limits;
    const number = (label: string, help: string, name: string, min: number, max: number, change: (value: number) => Partial<Architecture>): Control<number> =>
      slider({ label, help, name, min, max, step: 1, format: String, onInput: (value) => this.change(change(value)) });
    const inputs = number("Inputs", "Number of inputs", "inputs", 1, most_units, (inputs) => ({ inputs }));
    const depth = number("Hidden layers", "Number of hidden layers", "depth", 0, most_hidden, (count) => ({ hidden: withCount(this.shape.hidden, count) }));
    const ends = number("Outputs", "Number of outputs", "outputs", 1, most_units, (outputs) => ({ outputs }));
    this.controls = [inputs, depth, ends];
    const kind = (label: string, name: "activation" | "output_activation"): Control<string> =>
      select({ label, help: `${label} of the network`, name, options: activations.map(({ name, label }) => ({ value: name, label })), onInput: (value) => this.change({ [name]: value }) });
    const kinds = [kind("Hidden activation", "activation"), kind("Output activation", "output_activation")];
    const fresh = button({ name: "fresh", label: "New weights", text: "New weights", help: "Draw other weights and inputs", onClick: () => this.onShape(this.shape, ++this.seed) });
    this.element.append(make("div", { class: "gn-row" }, ...this.controls.map(({ element }) => element)), this.layers, make("div", { class: "gn-row" }, ...kinds.map(({ element }) => element), fresh), this.count);
    kinds[0]!.show(shape.activation);
    kinds[1]!.show(shape.output_activation);
    this.show();
  }

  private change(change: Partial<Architecture>): void {
    this.shape = { ...this.shape, ...change };
    this.show();
    this.onShape(this.shape, this.seed);
  }

  private show(): void {
    const { inputs, hidden, outputs } = this.shape;
    [inputs, hidden.length, outputs].forEach((value, i) => this.controls[i]!.show(value));
    if (this.units.length !== hidden.length) {
      this.units = hidden.map((_, l) =>
        slider({ label: `Layer ${l + 1}`, help: `Neurons of hidden layer ${l + 1}`, name: `units-${l}`, min: 1, max: this.limits.most_units, step: 1, format: String, onInput: (units) => this.change({ hidden: this.shape.hidden.map((one, at) => (at === l ? units : one)) }) }),
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
