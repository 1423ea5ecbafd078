// The diagram, a table with the parameters of every layer, their sum, and the network as code.
import { ArchitectureDiagram } from "../../dom/architecture.ts";
import { button, select, setEnabled, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import type { Shell } from "../../dom/shell.ts";
import { columnName, type Architecture } from "../../lib/architecture.ts";
import type { Channel } from "../../lib/channel.ts";
import { whole } from "../../lib/numbers.ts";
import type { ArchitectureView, LayerCount, Opening, Wire } from "../../wire/architecture_explorer.ts";

/** Units of a layer that is added where there is none to copy. */
const FIRST_UNITS = 4;

export class ArchitectureExplorer {
  private diagram: ArchitectureDiagram | null = null;
  private shown: Wire["count"]["request"] | null = null;
  private view: ArchitectureView | null = null;
  private mostHidden = 0;
  private selects: [Control<string>, Control<string>] | null = null;
  private readonly add = button({ name: "add", label: "Add a hidden layer", text: "Add a hidden layer", class: "gn-button gn-main", onClick: () => this.setHidden((hidden) => [...hidden, hidden.at(-1) ?? FIRST_UNITS]) });
  private readonly remove = button({ name: "remove", label: "Remove a hidden layer", text: "Remove a hidden layer", onClick: () => this.setHidden((hidden) => hidden.slice(0, -1)) });
  private readonly total = make("p", { class: "gn-total", role: "status" });
  private readonly words = make("p", {});
  private readonly body = make("tbody", {});
  private readonly code = make("code", {});
  private readonly copied = make("span", { role: "status" });
  private readonly copy = button({ name: "copy", label: "Copy the code", text: "Copy the code", onClick: () => void this.copyCode() });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    channel.request("open", {}, ({ head }) => this.build(head));
  }

  retheme(): void {} // the drawing's colours are those of its style sheet

  close(): void {
    this.diagram?.close();
  }

  private build(opening: Opening): void {
    const { inputs, hidden, outputs, activation, output_activation, activations, most_units, most_hidden } = opening;
    this.mostHidden = most_hidden;
    this.shell.root.setAttribute("aria-label", `Architecture explorer: ${[inputs, ...hidden, outputs].join("-")}`); // a page may have several
    this.diagram = new ArchitectureDiagram({ most: most_units, onChange: (change) => this.shown && this.change(change(this.shown)), onSelect: () => this.write() });
    const options = activations.map(({ name, label }) => ({ value: name, label }));
    const choose = (name: "activation" | "output_activation", label: string, help: string): Control<string> => select({ name, label, help, options, onInput: (value) => this.change({ [name]: value }) });
    this.selects = [choose("activation", "Hidden layers", "Activation of all hidden layers"), choose("output_activation", "Outputs", "Activation of the outputs")];
    const headings = ["layer", "weights", "biases", "parameters"].map((text) => make("th", { scope: "col" }, text));
    const table = make("table", {}, make("thead", {}, make("tr", {}, ...headings)), this.body);
    this.shell.root.append(
      make("div", { class: "gn-row" }, this.add, this.remove, this.total),
      this.diagram.element,
      make("p", { class: "gn-note" }, "Lines are the first weights, drawn at random: blue positive, orange negative. Click a layer, or press Enter on it."),
      this.words,
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Parameters of every layer" }, table),
      make("p", { class: "gn-as-code" }, "Activations, and the network as code"),
      make("div", { class: "gn-row" }, ...this.selects.map(({ element }) => element)),
      make("pre", { tabindex: "0", role: "group", "aria-label": "The network in Python" }, this.code),
      make("div", { class: "gn-row" }, this.copy, this.copied),
    );
    this.change({ inputs, hidden, outputs, activation, output_activation });
  }

  private setHidden(next: (hidden: readonly number[]) => readonly number[]): void {
    if (this.shown) this.change({ hidden: [...next(this.shown.hidden)] });
  }

  private change(change: Partial<Wire["count"]["request"]> | Architecture): void {
    const next = { ...this.shown, ...change } as Wire["count"]["request"];
    this.shown = { ...next, hidden: [...next.hidden] };
    setText(this.copied, "");
    this.channel.request("count", this.shown, ({ head, arrays }) => {
      this.view = head;
      this.diagram!.show(head, arrays);
      this.write();
    });
  }

  private write(): void {
    const { view, diagram } = this;
    if (!view || !diagram) return;
    const counts = view.layers.map(({ weights, biases }) => weights + biases);
    setText(this.total, `${counts.length > 1 ? `${counts.map(whole).join(" + ")} = ` : ""}${whole(view.parameters)} parameters`);
    this.body.replaceChildren(...view.layers.map((layer, i) => row(columnName(view, i + 1), layer, diagram.selected === i + 1)));
    setText(this.words, this.say(view, diagram.selected));
    setText(this.code, view.code);
    setEnabled(this.add, view.hidden.length < this.mostHidden);
    setEnabled(this.remove, view.hidden.length > 0);
    this.selects![0].show(view.activation);
    this.selects![1].show(view.output_activation);
    const sizes = [view.inputs, ...view.hidden, view.outputs].join("-");
    Object.assign(this.shell.root.dataset, { ready: "true", sizes, parameters: view.parameters, selected: diagram.selected });
  }

  private say(view: ArchitectureView, column: number): string {
    if (column === 0) return `Inputs: ${whole(view.inputs)} numbers come in. Nothing is computed here, so there are no parameters.`;
    const { inputs, units } = view.layers[column - 1]!;
    const each = units === 1 ? "its one neuron" : `each of its ${whole(units)} neurons`;
    return `${columnName(view, column)}: ${each} has ${whole(inputs)} ${inputs === 1 ? "weight" : "weights"} and 1 bias.`;
  }

  private async copyCode(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.view!.code);
      setText(this.copied, "Copied.");
    } catch {
      getSelection()?.selectAllChildren(this.code); // without the right to write there, the reader copies what is selected
      setText(this.copied, "Selected: copy it with Ctrl+C.");
    }
  }
}

function row(name: string, { inputs, units, weights, biases }: LayerCount, now: boolean): HTMLElement {
  const cells = [`${inputs} · ${units} = ${whole(weights)}`, whole(biases), `${whole(weights)} + ${whole(biases)} = ${whole(weights + biases)}`];
  return make("tr", { "data-now": String(now) }, make("th", { scope: "row" }, name), ...cells.map((text) => make("td", {}, text)));
}
