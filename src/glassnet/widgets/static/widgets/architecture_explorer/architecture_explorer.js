// widgets/architecture_explorer/architecture_explorer.ts
import { ArchitectureDiagram } from "../../dom/architecture.js";
import { button, select, setEnabled } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { columnName } from "../../lib/architecture.js";
import { whole } from "../../lib/numbers.js";
var FIRST_UNITS = 4;
var ArchitectureExplorer = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    channel.request("open", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  diagram = null;
  shown = null;
  view = null;
  mostHidden = 0;
  selects = null;
  add = button({ name: "add", label: "Add a hidden layer", text: "Add a hidden layer", class: "gn-button gn-main", onClick: () => this.setHidden((hidden) => [...hidden, hidden.at(-1) ?? FIRST_UNITS]) });
  remove = button({ name: "remove", label: "Remove a hidden layer", text: "Remove a hidden layer", onClick: () => this.setHidden((hidden) => hidden.slice(0, -1)) });
  total = make("p", { class: "gn-total", role: "status" });
  words = make("p", {});
  body = make("tbody", {});
  code = make("code", {});
  copied = make("span", { role: "status" });
  copy = button({ name: "copy", label: "Copy the code", text: "Copy the code", onClick: () => void this.copyCode() });
  retheme() {
  }
  // the drawing's colours are those of its style sheet
  close() {
    this.diagram?.close();
  }
  build(opening) {
    const { inputs, hidden, outputs, activation, output_activation, activations, most_units, most_hidden } = opening;
    this.mostHidden = most_hidden;
    this.shell.root.setAttribute("aria-label", `Architecture explorer: ${[inputs, ...hidden, outputs].join("-")}`);
    this.diagram = new ArchitectureDiagram({ most: most_units, onChange: (change) => this.shown && this.change(change(this.shown)), onSelect: () => this.write() });
    const options = activations.map(({ name, label }) => ({ value: name, label }));
    const choose = (name, label, help) => select({ name, label, help, options, onInput: (value) => this.change({ [name]: value }) });
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
      make("div", { class: "gn-row" }, this.copy, this.copied)
    );
    this.change({ inputs, hidden, outputs, activation, output_activation });
  }
  setHidden(next) {
    if (this.shown) this.change({ hidden: [...next(this.shown.hidden)] });
  }
  change(change) {
    const next = { ...this.shown, ...change };
    this.shown = { ...next, hidden: [...next.hidden] };
    setText(this.copied, "");
    this.channel.request("count", this.shown, ({ head, arrays }) => {
      this.view = head;
      this.diagram.show(head, arrays);
      this.write();
    });
  }
  write() {
    const { view, diagram } = this;
    if (!view || !diagram) return;
    const counts = view.layers.map(({ weights, biases }) => weights + biases);
    setText(this.total, `${counts.length > 1 ? `${counts.map(whole).join(" + ")} = ` : ""}${whole(view.parameters)} parameters`);
    this.body.replaceChildren(...view.layers.map((layer, i) => row(columnName(view, i + 1), layer, diagram.selected === i + 1)));
    setText(this.words, this.say(view, diagram.selected));
    setText(this.code, view.code);
    setEnabled(this.add, view.hidden.length < this.mostHidden);
    setEnabled(this.remove, view.hidden.length > 0);
    this.selects[0].show(view.activation);
    this.selects[1].show(view.output_activation);
    const sizes = [view.inputs, ...view.hidden, view.outputs].join("-");
    Object.assign(this.shell.root.dataset, { ready: "true", sizes, parameters: view.parameters, selected: diagram.selected });
  }
  say(view, column) {
    if (column === 0) return `Inputs: ${whole(view.inputs)} numbers come in. Nothing is computed here, so there are no parameters.`;
    const { inputs, units } = view.layers[column - 1];
    const each = units === 1 ? "its one neuron" : `each of its ${whole(units)} neurons`;
    return `${columnName(view, column)}: ${each} has ${whole(inputs)} ${inputs === 1 ? "weight" : "weights"} and 1 bias.`;
  }
  async copyCode() {
    try {
      await navigator.clipboard.writeText(this.view.code);
      setText(this.copied, "Copied.");
    } catch {
      getSelection()?.selectAllChildren(this.code);
      setText(this.copied, "Selected: copy it with Ctrl+C.");
    }
  }
};
function row(name, { inputs, units, weights, biases }, now) {
  const cells = [`${inputs} · ${units} = ${whole(weights)}`, whole(biases), `${whole(weights)} + ${whole(biases)} = ${whole(weights + biases)}`];
  return make("tr", { "data-now": String(now) }, make("th", { scope: "row" }, name), ...cells.map((text) => make("td", {}, text)));
}
export {
  ArchitectureExplorer
};
