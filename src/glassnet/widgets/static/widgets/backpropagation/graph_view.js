// widgets/backpropagation/graph_view.ts
import { make, makeSvg } from "../../dom/element.js";
import { subscript } from "../../lib/numbers.js";
import { focusWithin, show } from "../../dom/number.js";
var [BOX, HIGH, GAP, ROW] = [74, 66, 30, 76];
var GraphView = class {
  canvas = make("div", { class: "gn-net" });
  words = make("div", { class: "gn-why", role: "status" });
  element = make(
    "div",
    {},
    make("p", { class: "gn-note" }, "Above each operation is its value in the forward pass, below it its gradient in the backward pass. Select a node to see how both were computed."),
    make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "The computational graph" }, this.canvas),
    this.words
  );
  picture = null;
  chosen = -1;
  draw(picture) {
    if (picture.nodes.length !== this.picture?.nodes.length) this.chosen = -1;
    this.picture = picture;
    const places = layOut(picture.nodes, picture.layers);
    const svg = makeSvg("svg", { class: "gn-edges", "aria-hidden": "true" });
    const labels = [];
    picture.nodes.forEach(
      (node, at) => node.inputs.forEach((from, i) => {
        const [begin, end] = [places[from], places[at]];
        const lit = this.chosen === at || this.chosen === from;
        svg.append(makeSvg("line", { x1: begin.x + BOX, y1: begin.y + HIGH / 2, x2: end.x, y2: end.y + HIGH / 2, class: `gn-edge${lit ? " gn-lit" : " gn-plain"}` }));
        if (lit) labels.push(slopeLabel(begin, end, node.slopes[i], picture.digits));
      })
    );
    const focused = focusWithin(this.canvas) ? this.chosen : -1;
    const boxes = picture.nodes.map((node, at) => this.box(node, at, places[at]));
    this.canvas.replaceChildren(svg, ...boxes, ...labels);
    const size = { width: Math.max(...places.map(({ x }) => x)) + BOX, height: Math.max(...places.map(({ y }) => y)) + HIGH };
    this.canvas.style.width = `${size.width}px`;
    this.canvas.style.height = `${size.height}px`;
    if (focused >= 0) boxes[focused].focus();
    this.explain();
  }
  box(node, at, { x, y }) {
    const { digits } = this.picture;
    const name = this.name(node);
    return make(
      "button",
      {
        type: "button",
        class: "gn-node",
        "data-kind": ["input", "weight", "bias"].includes(node.kind) ? "given" : node.kind === "loss" ? "loss" : "made",
        "data-node": at,
        style: `left:${x}px;top:${y}px;width:${BOX}px;height:${HIGH}px`,
        "aria-pressed": String(this.chosen === at),
        "aria-label": `${name}: value ${show(node.value, digits)}, gradient ${show(node.gradient, digits)}`,
        onclick: () => {
          this.chosen = at;
          this.draw(this.picture);
        }
      },
      make("span", { class: "gn-up" }, show(node.value, digits)),
      make("span", { class: "gn-op" }, name),
      make("span", { class: "gn-down" }, show(node.gradient, digits))
    );
  }
  name({ kind, place: [layer, source, unit] }) {
    const { symbols, example } = this.picture;
    const mark = layer >= 0 && kind !== "loss" ? symbols.layer(layer) : "";
    if (kind === "input") return example.inputs[unit];
    if (kind === "weight") return `w${subscript(source + 1)}${subscript(unit + 1)}${mark}`;
    if (kind === "bias") return `b${subscript(unit + 1)}${mark}`;
    return { times: "×", plus: "+", relu: "ReLU", linear: "identity" }[kind] ?? kind;
  }
  explain() {
    const { picture, chosen } = this;
    const node = picture?.nodes[chosen];
    if (!picture || !node) return this.words.replaceChildren();
    const { digits, nodes, symbols } = picture;
    const back = nodes.flatMap((next, at) => next.inputs.flatMap((from, i) => from === chosen ? [{ next, slope: next.slopes[i], at }] : []));
    const terms = back.map(({ next, slope }) => `${signed(next.gradient, digits)} · ${signed(slope, digits)}`).join(" + ");
    const forward = node.inputs.map((from) => `${this.name(nodes[from])} = ${show(nodes[from].value, digits)}`).join(", ");
    const lines = [
      node.inputs.length ? `Forward pass: computes ${show(node.value, digits)} from ${forward}.` : `Forward pass: the value ${show(node.value, digits)} is given.`,
      back.length ? `Backward pass: the gradient of the next operation times its slope${back.length > 1 ? ", summed over all operations that use this value" : ""}: ${terms} = ${show(node.gradient, digits)}.` : node.gradient === 1 ? "Backward pass: it starts here, with ∂L/∂L = 1." : `Backward pass: it starts here. In the mean over the batch, this sample's loss has weight ${show(node.gradient, digits)}.`
    ];
    const engine = [node.reference, node.d_reference].filter(Boolean).map((reference) => {
      const symbol = symbols.reference(reference);
      return make("button", { type: "button", class: "gn-button", name: "engine", "data-ref": reference, onclick: () => picture.ask(reference) }, `Explain ${symbol}`);
    });
    this.words.replaceChildren(make("h3", {}, `${this.name(node)}`), ...lines.map((text) => make("p", {}, text)), make("div", { class: "gn-row" }, ...engine));
  }
};
function layOut(nodes, layers) {
  const spots = nodes.map(() => ({ x: 0, y: 0 }));
  const column = { weight: 1, bias: 2, times: 2, plus: 3 };
  const rows = Array.from({ length: layers }, (_, layer) => nodes.filter(({ kind, place }) => place[0] === layer && (kind === "times" || kind === "bias")).length);
  const tall = Math.max(...rows) * ROW;
  const counts = Array.from({ length: layers }, () => 0);
  nodes.forEach((node, at) => {
    const [layer] = node.place;
    const x = (within) => (4 * Math.max(0, layer) + within) * (BOX + GAP);
    if (node.kind === "times" || node.kind === "bias") {
      const y = (counts[layer]++ + 0.5) * tall / rows[layer] - HIGH / 2;
      spots[at] = { x: x(column[node.kind]), y };
      for (const from of node.inputs) if (nodes[from].kind === "weight") spots[from] = { x: x(1), y };
    }
  });
  nodes.forEach((node, at) => {
    if (node.kind === "times" || node.kind === "bias" || node.kind === "weight") return;
    const among = node.inputs.map((from) => spots[from].y);
    const x = node.kind === "input" ? 0 : Math.max(...node.inputs.map((from) => spots[from].x)) + BOX + GAP;
    spots[at] = { x, y: among.length ? (Math.min(...among) + Math.max(...among)) / 2 : 0 };
  });
  const inputs = nodes.flatMap(({ kind }, at) => kind === "input" ? [at] : []);
  inputs.forEach((at, i) => spots[at].y = (i + 0.5) * tall / inputs.length - HIGH / 2);
  return spots;
}
function slopeLabel(begin, end, slope, digits) {
  const style = `left:${begin.x + BOX + (end.x - begin.x - BOX) * 0.5}px;top:${(begin.y + end.y + HIGH) / 2}px`;
  return make("span", { class: "gn-slope", style }, `· ${show(slope, digits)}`);
}
function signed(value, digits) {
  const text = show(value, digits);
  return text.startsWith("−") ? `(${text})` : text;
}
export {
  GraphView
};
