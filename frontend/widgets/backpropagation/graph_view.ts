// One sample's forward and backward pass as a graph of small operations: values above, gradients below, local slopes on the edges.
import { make, makeSvg } from "../../dom/element.ts";
import { subscript } from "../../lib/numbers.ts";
import { focusWithin, show } from "../../dom/number.ts";
import type { Symbols } from "../../lib/symbols.ts";
import { ends, HIGH, layOut, type Layout, type Spot } from "./graph_layout.ts";
import type { ExampleView, GraphNode } from "../../wire/backpropagation.ts";


export interface GraphPicture {
  nodes: GraphNode[];
  example: ExampleView;
  symbols: Symbols;
  digits: number;
  layers: number;
  ask: (reference: string) => void;
}

export class GraphView {
  private readonly canvas = make("div", { class: "gn-net" });
  private readonly words = make("div", { class: "gn-why", role: "status" });
  readonly element = make(
    "div",
    {},
    make("p", { class: "gn-note" }, "Above each operation is its value in the forward pass, below it its gradient in the backward pass. Select a node to see how both were computed."),
    make("div", { class: "gn-scroll", tabindex: 0, role: "group", "aria-label": "The computational graph" }, this.canvas),
    this.words,
  );
  private readonly observer = new ResizeObserver(() => this.picture && this.element.clientWidth !== this.width && this.draw(this.picture));
  private picture: GraphPicture | null = null;
  private layout: Layout = { places: [], box: 0, width: 0, height: 0, small: false };
  private width = 0;
  private chosen = -1;

  constructor() {
    this.observer.observe(this.element);
  }

  close(): void {
    this.observer.disconnect();
  }

  draw(picture: GraphPicture): void {
    if (this.element.clientWidth === 0) {
      this.picture = picture;
      return; // the other tab is shown; it is drawn when this one has a width
    }
    if (picture.nodes.length !== this.picture?.nodes.length) this.chosen = -1;
    this.picture = picture;
    this.width = this.element.clientWidth;
    this.layout = layOut(picture.nodes, picture.layers, this.width);
    const { places } = this.layout;
    const svg = makeSvg("svg", { class: "gn-edges", "aria-hidden": "true" });
    const labels: HTMLElement[] = [];
    picture.nodes.forEach((node, at) =>
      node.inputs.forEach((from, i) => {
        const lit = this.chosen === at || this.chosen === from;
        svg.append(this.edge(from, at, node.slopes[i]!, lit));
        if (lit) labels.push(slopeLabel(places[this.chosen === at ? from : at]!, this.layout.box, node.slopes[i]!, this.digits));
      }),
    );
    const focused = focusWithin(this.canvas) ? this.chosen : -1;
    const boxes = picture.nodes.map((node, at) => this.box(node, at, places[at]!));
    this.canvas.replaceChildren(svg, ...boxes, ...labels);
    this.canvas.style.width = `${this.layout.width}px`;
    this.canvas.style.height = `${this.layout.height}px`;
    if (focused >= 0) boxes[focused]!.focus();
    this.explain();
  }

  /** No number may be wider than its box: in small ones three digits are shown, and all below when a node is chosen. */
  private get digits(): number {
    return this.layout.small ? Math.min(3, this.picture!.digits) : this.picture!.digits;
  }

  // Coloured by the sign of what flows back along it: the gradient of the operation times its slope.
  private edge(from: number, at: number, slope: number | null, lit: boolean): SVGElement {
    const { places, box } = this.layout;
    const { begin, end } = ends(places[from]!, places[at]!, box);
    const back = (this.picture!.nodes[at]!.gradient ?? 0) * (slope ?? 0);
    const sign = back === 0 ? "none" : back < 0 ? "gradient-minus" : "gradient-plus";
    return makeSvg("line", { x1: begin.x, y1: begin.y, x2: end.x, y2: end.y, class: `gn-edge${lit ? " gn-lit" : ""}`, "data-sign": sign, "stroke-width": back === 0 ? 1 : 1.6 });
  }

  private box(node: GraphNode, at: number, { x, y }: Spot): HTMLButtonElement {
    const { digits, layout } = this;
    const sign = (value: number | null): string => (!value ? "none" : value < 0 ? "minus" : "plus");
    const name = this.name(node);
    return make(
      "button",
      {
        type: "button",
        class: `gn-node${layout.small ? " gn-small" : ""}`,
        "data-kind": ["input", "weight", "bias"].includes(node.kind) ? "given" : node.kind === "loss" ? "loss" : "made",
        "data-node": at,
        style: `left:${x}px;top:${y}px;width:${layout.box}px;height:${HIGH}px`,
        "aria-pressed": String(this.chosen === at),
        title: name,
        "aria-label": `${name}: value ${show(node.value, digits)}, gradient ${show(node.gradient, digits)}`,
        onclick: () => {
          this.chosen = at;
          this.draw(this.picture!);
        },
      },
      make("span", { class: "gn-up", "data-sign": sign(node.value) }, show(node.value, digits)),
      make("span", { class: "gn-op" }, name),
      make("span", { class: "gn-down", "data-sign": sign(node.gradient) }, show(node.gradient, digits)),
    );
  }

  private name({ kind, place: [layer, source, unit] }: GraphNode): string {
    const { symbols, example } = this.picture!;
    const mark = layer >= 0 && kind !== "loss" ? symbols.layer(layer) : "";
    if (kind === "input") return example.inputs[unit]!;
    if (kind === "weight") return `w${subscript(source + 1)}${subscript(unit + 1)}${mark}`;
    if (kind === "bias") return `b${subscript(unit + 1)}${mark}`;
    return { times: "×", plus: "+", relu: "ReLU", sigmoid: "σ", linear: "identity" }[kind] ?? kind;
  }

  private explain(): void {
    const { picture, chosen } = this;
    const node = picture?.nodes[chosen];
    if (!picture || !node) return this.words.replaceChildren();
    const { digits, nodes, symbols } = picture;
    const back = nodes.flatMap((next, at) => next.inputs.flatMap((from, i) => (from === chosen ? [{ next, slope: next.slopes[i]!, at }] : [])));
    const terms = back.map(({ next, slope }) => `${signed(next.gradient, digits)} · ${signed(slope, digits)}`).join(" + ");
    const forward = node.inputs.map((from) => `${this.name(nodes[from]!)} = ${show(nodes[from]!.value, digits)}`).join(", ");
    const lines = [
      node.inputs.length ? `Forward pass: computes ${show(node.value, digits)} from ${forward}.` : `Forward pass: the value ${show(node.value, digits)} is given.`,
      back.length
        ? `Backward pass: the gradient of the next operation times its slope${back.length > 1 ? ", summed over all operations that use this value" : ""}: ${terms} = ${show(node.gradient, digits)}.`
        : node.gradient === 1 ? "Backward pass: it starts here, with ∂L/∂L = 1." : `Backward pass: it starts here. In the mean over the batch, this sample's loss has weight ${show(node.gradient, digits)}.`,
    ];
    const engine = [node.reference, node.d_reference].filter(Boolean).map((reference) => {
      const symbol = symbols.reference(reference);
      return make("button", { type: "button", class: "gn-button", name: "engine", "data-ref": reference, onclick: () => picture.ask(reference) }, `Explain ${symbol}`);
    });
    this.words.replaceChildren(make("h3", {}, `${this.name(node)}`), ...lines.map((text) => make("p", {}, text)), make("div", { class: "gn-row" }, ...engine));
  }
}

function signed(value: number | null, digits: number): string {
  const text = show(value, digits);
  return text.startsWith("−") ? `(${text})` : text;
}

// The slope along an edge stands on the upper rim of the box at the edge's other end.
function slopeLabel({ x, y }: Spot, box: number, slope: number | null, digits: number): HTMLElement {
  return make("span", { class: "gn-slope", style: `left:${x + box / 2}px;top:${y - 6}px` }, `· ${show(slope, digits)}`);
}
