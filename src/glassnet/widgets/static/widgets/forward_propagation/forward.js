// widgets/forward_propagation/forward.ts
import { button, select, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { referencesOf } from "../../dom/explanation.js";
import { NetworkDiagram } from "../../dom/network_diagram.js";
import { keepFocus } from "../../dom/number.js";
import { StagePlayer } from "../../dom/stage_player.js";
import { brief } from "../../lib/numbers.js";
import { sameAs, Symbols } from "../../lib/symbols.js";
import { diagramOf, edgesInto } from "./pass_diagram.js";
import { ShapeControls } from "./shape_controls.js";
import { PHASES, stagesOf } from "./stages.js";
import { whyPanel } from "./why_panel.js";
var ForwardView = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    this.channel.request("networks", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  networks = [];
  pass = null;
  digits = 3;
  reference = "";
  explanation = null;
  sliders = [];
  words = make("p", { class: "gn-note" });
  says = make("p", { class: "gn-says", role: "status", "aria-label": "Prediction" });
  inputs = make("div", { class: "gn-row gn-inputs", role: "group", "aria-label": "Inputs" });
  presets = make("div", { class: "gn-row gn-presets", role: "group", "aria-label": "Inputs to try" });
  shape = make("div", {});
  why = make("div", { class: "gn-why", role: "status", "aria-label": "Explanation of this number" });
  player = new StagePlayer({ phases: PHASES, of: "pass", opens: "begin", leads: "turn", onMove: () => this.draw() });
  diagram = new NetworkDiagram();
  weights = select({
    label: "Weights",
    help: "Weights before or after training",
    name: "weights",
    options: [
      { value: "first", label: "before training" },
      { value: "trained", label: "after training" }
    ],
    onInput: (weights) => this.open({ weights })
  });
  close() {
    this.player.stop();
    this.diagram.close();
  }
  retheme() {
    this.draw();
  }
  build(head) {
    this.networks = head.networks;
    const kinds = select({ label: "Network", help: "Network to look into", name: "network", options: head.networks.map(({ name, label }) => ({ value: name, label })), onInput: (network) => this.choose(network) });
    const digits = select({
      label: "Decimal places",
      help: "Number of decimal places shown",
      name: "digits",
      options: ["2", "3", "5"].map((value) => ({ value, label: value })),
      onInput: (value) => {
        this.digits = Number(value);
        this.draw();
      }
    });
    digits.show("3");
    kinds.show(head.network);
    this.shape.append(new ShapeControls(head.shape, head, (shape, seed) => this.make(shape, seed)).element);
    const chooser = make("div", { class: "gn-row gn-chooser" }, kinds.element, this.weights.element, digits.element);
    this.shell.root.append(chooser, this.player.element, this.diagram.element, this.player.strip, this.says, this.words, this.inputs, this.presets, this.why, this.shape);
    this.weights.show(head.weights);
    this.request("open", { network: head.network, weights: head.weights });
  }
  choose(network) {
    this.forget();
    this.request("open", { network });
  }
  /** Another network has other numbers. */
  forget() {
    this.player.stop();
    this.reference = "";
    this.explanation = null;
  }
  make(shape, seed) {
    this.forget();
    this.request("build", { shape, seed });
  }
  open(change) {
    const { network, weights, inputs } = this.pass;
    this.request("open", { network, weights, x: inputs.map(({ value }) => value), ...change });
  }
  request(kind, fields) {
    this.channel.request(kind, fields, ({ head }) => this.show(head));
  }
  show(pass) {
    const before = this.pass;
    this.pass = pass;
    const { words, trained, presets, label } = this.networks.find(({ name }) => name === pass.network);
    const another = before?.network !== pass.network || before.inputs.length !== pass.inputs.length;
    if (another) {
      setText(this.words, words);
      this.shell.root.setAttribute("aria-label", `Forward propagation: ${label}`);
      this.weights.element.hidden = !trained;
      this.presets.replaceChildren(...presets.map(({ label: label2, x }, i) => button({ name: `preset-${i}`, label: label2, text: label2, onClick: () => this.open({ x }) })));
      this.shape.hidden = pass.shape === null;
      this.inputs.replaceChildren(...this.inputSliders(pass));
    }
    pass.inputs.forEach(({ value }, i) => this.sliders[i].show(value));
    this.weights.show(pass.weights);
    this.player.load(stagesOf(pass));
    this.draw();
    if (this.reference) this.ask(this.reference);
  }
  inputSliders({ inputs }) {
    this.sliders = inputs.map(
      ({ name, unit, low, high, step }, i) => slider({ label: name, help: `Value of ${name}`, name: `input-${i}`, min: low, max: high, step, format: (value) => unit === "°" ? `${brief(value)}°` : `${brief(value)} ${unit}`.trim(), onInput: (value) => this.open({ x: this.pass.inputs.map((one, at) => at === i ? value : one.value) }) })
    );
    return this.sliders.map(({ element }) => element);
  }
  ask = (reference) => {
    this.player.stop();
    this.reference = reference;
    this.channel.request("explain", { reference }, ({ head }) => {
      if (head.explanation.reference.text !== this.reference) return;
      this.explanation = head.explanation;
      this.draw();
    });
  };
  draw() {
    const { pass, player, shell, digits } = this;
    if (!pass) return;
    const names = pass.layers.map(({ name }) => name);
    const symbols = new Symbols(names, [0]);
    this.diagram.draw(diagramOf({ pass, symbols, digits, player, ask: this.ask }));
    const done = player.reached(`a${pass.layers.length - 1}`);
    this.says.hidden = pass.says === "";
    setText(this.says, done ? `Prediction: ${pass.says}` : "Prediction: not there yet");
    const { explanation } = this;
    if (explanation) {
      keepFocus(this.why, () => this.why.replaceChildren(...whyPanel({ explanation, symbols, digits, ask: this.ask })));
      const from = new Set([...referencesOf(explanation.expression).keys()].map((reference) => sameAs(reference, names)));
      this.diagram.mark(sameAs(explanation.reference.text, names), from, edgesInto(explanation.reference.text, pass));
    } else this.why.replaceChildren(make("p", { class: "gn-note" }, "Click any number to see how it was computed."));
    Object.assign(shell.root.dataset, {
      ready: "true",
      network: pass.network,
      weights: pass.weights,
      stage: player.stage?.key,
      phase: player.stage?.phase,
      playing: player.playing,
      prediction: pass.layers.at(-1).a.join(" "),
      explained: explanation?.reference.text ?? ""
    });
  }
};
export {
  ForwardView
};
