// dom/network_diagram.ts
import { keepFocus, numberButton } from "./number.js";
import { make, makeSvg } from "./element.js";
import { ends, layOutBelow, layOutBeside, looseAt, MOST_LOOSE, ROW, stackedAt, TALL_ROW } from "../lib/network_layout.js";
var NARROW = 560;
var [SMALLEST_DOT, MORE_DOT] = [3, 5];
var NetworkDiagram = class {
  canvas = make("div", { class: "gn-net" });
  element = make("div", { class: "gn-scroll", tabindex: 0, role: "group", "aria-label": "The network with its numbers" }, this.canvas);
  observer = new ResizeObserver(() => this.redraw());
  diagram = null;
  width = 0;
  constructor() {
    this.observer.observe(this.element);
  }
  close() {
    this.observer.disconnect();
  }
  draw(diagram) {
    this.diagram = diagram;
    this.width = this.element.clientWidth;
    const narrow = this.width < NARROW;
    this.canvas.toggleAttribute("data-narrow", narrow);
    const columns = diagram.columns.map(({ units, rows, width: width2, compact }) => ({ count: units.length, rows, width: width2, compact }));
    const numbers = diagram.edges.map((edges2) => edges2.numbers);
    const row = narrow ? TALL_ROW : rowHeight();
    const { spots, width, height } = narrow ? layOutBelow(columns, numbers, this.width - 4) : layOutBeside(columns, numbers, this.width, row);
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    this.canvas.style.setProperty("--gn-row", `${row}px`);
    const [edges, chips] = drawEdges(diagram, spots, row, narrow);
    const boxes = diagram.columns.flatMap((column, c) => column.units.map((unit, u) => box(spots[c][u], unit, column.compact ?? false)));
    keepFocus(this.canvas, () => this.canvas.replaceChildren(edges, ...boxes, ...chips));
  }
  /** Highlight a number, those it was computed from, and edges by "layer-from-to". */
  mark(own, from, edges) {
    for (const element of this.canvas.querySelectorAll("[data-ref]")) {
      const reference = element.dataset["ref"];
      element.setAttribute("aria-pressed", String(reference === own));
      element.classList.toggle("gn-made-from", reference !== own && from.has(reference));
    }
    for (const edge of this.canvas.querySelectorAll("[data-edge]")) edge.classList.toggle("gn-lit", edges.has(edge.dataset["edge"]));
  }
  redraw() {
    if (this.diagram && this.element.clientWidth !== this.width) this.draw(this.diagram);
  }
};
function rowHeight() {
  return matchMedia("(pointer: coarse)").matches ? TALL_ROW : ROW;
}
function box({ x, y, width, height }, { name, rows, off, level }, compact) {
  const style = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
  const head = compact ? null : make("p", { class: "gn-name" }, name, off ? " (off)" : "");
  return make("div", { class: `gn-box${compact ? " gn-compact" : ""}`, style, role: "group", "aria-label": name, "data-off": off ?? false }, head, ...rows, level ? bar(level) : null);
}
function bar(level) {
  return make("span", { class: "gn-level", "data-sign": signed("value", level), style: `width:calc((100% - 8px) * ${Math.abs(level)})` });
}
function drawEdges({ columns, edges, symbol, digits, moving, ask }, spots, row, down) {
  const svg = makeSvg("svg", { class: `gn-edges${edges.some(({ numbers }) => !numbers) ? " gn-many" : ""}`, "aria-hidden": "true" });
  const chips = [];
  edges.forEach(({ values, sign, reference, numbers, flow, signals }, l) => {
    const most = largest(values);
    const busy = flow && moving ? ` gn-${flow}` : "";
    const lines = values.flatMap((row2, i) => row2.map((value, j) => ({ i, j, value, ...ends(spots[l][i], spots[l + 1][j], down) })));
    const stacked = numbers && lines.length > MOST_LOOSE;
    if (stacked) for (const line of lines) line.end = stackedAt(line, values.length, digits, row, down);
    for (const { i, j, value, begin, end } of lines) {
      const width = 1 + 4 * (Math.abs(value ?? 0) / most);
      svg.append(makeSvg("line", { x1: begin.x, y1: begin.y, x2: end.x, y2: end.y, class: `gn-edge${busy}`, "data-sign": signed(sign, value), "stroke-width": width, "data-edge": `${l}-${i}-${j}` }));
      if (numbers) chips.push(numberButton({ reference: reference(i, j), symbol: symbol(reference(i, j)), value, digits, sign, class: "gn-chip", onClick: ask }));
    }
    const own = numbers ? chips.slice(-lines.length) : [];
    const places = stacked ? lines.map(({ end }) => end) : looseAt(lines, own.map(chipWidth), row, down);
    own.forEach((chip, at) => Object.assign(chip.style, { left: `${places[at].x}px`, top: `${places[at].y}px` }));
    if (signals) svg.append(...dots(lines, signals, moving));
  });
  const [before, last] = [spots.at(-2), spots.at(-1)[0]];
  if (edges.length < columns.length - 1) {
    for (const from of before) {
      const { begin, end } = ends(from, last, down);
      svg.prepend(makeSvg("line", { x1: begin.x, y1: begin.y, x2: end.x, y2: end.y, class: "gn-edge gn-plain" }));
    }
  }
  return [svg, chips];
}
function largest(values) {
  return Math.max(...values.flat().map((value) => Math.abs(value ?? 0)), 1e-12);
}
function signed(sign, value) {
  return `${sign}${value === null || value === 0 ? "" : value < 0 ? "-minus" : "-plus"}`;
}
function dots(lines, signals, moving) {
  const most = largest(signals);
  return lines.flatMap(({ i, j, begin, end }) => {
    const value = signals[i][j];
    if (!value) return [];
    const style = `--gn-dx:${end.x - begin.x}px;--gn-dy:${end.y - begin.y}px`;
    const r = SMALLEST_DOT + MORE_DOT * (Math.abs(value) / most);
    return [makeSvg("circle", { cx: begin.x, cy: begin.y, r, class: `gn-signal${moving ? " gn-moving" : ""}`, "data-sign": signed("value", value), style })];
  });
}
function chipWidth(chip) {
  return 16 + 8 * (chip.textContent ?? "").length;
}
export {
  NetworkDiagram
};
