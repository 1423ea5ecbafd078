// The state of the widget: which network with which inputs, how far the pass has come, and which number is explained.
import { button, select, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { referencesOf } from "../../dom/explanation.ts";
import { NetworkDiagram } from "../../dom/network_diagram.ts";
import { keepFocus } from "../../dom/number.ts";
import type { Shell } from "../../dom/shell.ts";
import { StagePlayer } from "../../dom/stage_player.ts";
import type { Channel } from "../../lib/channel.ts";
import { brief } from "../../lib/numbers.ts";
import { sameAs, Symbols } from "../../lib/symbols.ts";
import type { NetworkChoice, NetworksView, PassView, Wire } from "../../wire/forward_propagation.ts";
import type { Architecture, ExplanationView } from "../../wire/shared.ts";
import { diagramOf, edgesInto } from "./pass_diagram.ts";
import { ShapeControls } from "./shape_controls.ts";
import { PHASES, stagesOf } from "./stages.ts";
import { whyPanel } from "./why_panel.ts";

type Weights = PassView["weights"];

export class ForwardView {
  private networks: NetworkChoice[] = [];
  private pass: PassView | null = null;
  private digits = 3;
  private reference = "";
  private explanation: ExplanationView | null = null;
  private sliders: Control<number>[] = [];
  private readonly words = make("p", { class: "gn-note" });
  private readonly says = make("p", { class: "gn-says", role: "status", "aria-label": "Prediction" });
  private readonly inputs = make("div", { class: "gn-row gn-inputs", role: "group", "aria-label": "Inputs" });
  private readonly presets = make("div", { class: "gn-row gn-presets", role: "group", "aria-label": "Inputs to try" });
  private readonly shape = make("div", {});
  private readonly why = make("div", { class: "gn-why", role: "status", "aria-label": "Explanation of this number" });
  private readonly player = new StagePlayer({ phases: PHASES, of: "pass", opens: "begin", leads: "turn", onMove: () => this.draw() });
  private readonly diagram = new NetworkDiagram();
  private readonly weights = select({
    label: "Weights",
    help: "Weights before or after training",
    name: "weights",
    options: [
      { value: "first", label: "before training" },
      { value: "trained", label: "after training" },
    ],
    onInput: (weights) => this.open({ weights: weights as Weights }),
  });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    this.channel.request("networks", {}, ({ head }) => this.build(head));
  }

  close(): void {
    this.player.stop();
    this.diagram.close();
  }

  retheme(): void {
    this.draw();
  }

  private build(head: NetworksView): void {
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
      },
    });
    digits.show("3");
    kinds.show(head.network);
    this.shape.append(new ShapeControls(head.shape, head, (shape, seed) => this.make(shape, seed)).element);
    const chooser = make("div", { class: "gn-row gn-chooser" }, kinds.element, this.weights.element, digits.element);
    // What there is to see comes before what changes it, so that both are on the first screen.
    this.shell.root.append(chooser, this.player.element, this.diagram.element, this.player.strip, this.says, this.words, this.inputs, this.presets, this.why, this.shape);
    this.weights.show(head.weights);
    this.request("open", { network: head.network, weights: head.weights });
  }

  private choose(network: string): void {
    this.forget();
    this.request("open", { network });
  }

  /** Another network has other numbers. */
  private forget(): void {
    this.player.stop();
    this.reference = "";
    this.explanation = null;
  }

  private make(shape: Architecture, seed: number): void {
    this.forget();
    this.request("build", { shape, seed });
  }

  private open(change: { weights?: Weights; x?: number[] }): void {
    const { network, weights, inputs } = this.pass!;
    this.request("open", { network, weights, x: inputs.map(({ value }) => value), ...change });
  }

  private request<Kind extends "open" | "build">(kind: Kind, fields: Wire[Kind]["request"]): void {
    this.channel.request(kind, fields, ({ head }) => this.show(head));
  }

  private show(pass: PassView): void {
    const before = this.pass;
    this.pass = pass;
    const { words, trained, presets, label } = this.networks.find(({ name }) => name === pass.network)!;
    const another = before?.network !== pass.network || before.inputs.length !== pass.inputs.length;
    if (another) {
      setText(this.words, words);
      this.shell.root.setAttribute("aria-label", `Forward propagation: ${label}`); // a page may have several
      this.weights.element.hidden = !trained;
      this.presets.replaceChildren(...presets.map(({ label, x }, i) => button({ name: `preset-${i}`, label, text: label, onClick: () => this.open({ x }) })));
      this.shape.hidden = pass.shape === null;
      this.inputs.replaceChildren(...this.inputSliders(pass));
    }
    pass.inputs.forEach(({ value }, i) => this.sliders[i]!.show(value));
    this.weights.show(pass.weights);
    this.player.load(stagesOf(pass));
    this.draw();
    if (this.reference) this.ask(this.reference);
  }

  private inputSliders({ inputs }: PassView): HTMLElement[] {
    this.sliders = inputs.map(({ name, unit, low, high, step }, i) =>
      slider({ label: name, help: `Value of ${name}`, name: `input-${i}`, min: low, max: high, step, format: (value) => (unit === "°" ? `${brief(value)}°` : `${brief(value)} ${unit}`.trim()), onInput: (value) => this.open({ x: this.pass!.inputs.map((one, at) => (at === i ? value : one.value)) }) }),
    );
    return this.sliders.map(({ element }) => element);
  }

  private readonly ask = (reference: string): void => {
    this.player.stop();
    this.reference = reference;
    this.channel.request("explain", { reference }, ({ head }) => {
      if (head.explanation.reference.text !== this.reference) return;
      this.explanation = head.explanation;
      this.draw();
    });
  };

  private draw(): void {
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
      prediction: pass.layers.at(-1)!.a.join(" "),
      explained: explanation?.reference.text ?? "",
    });
  }
}
