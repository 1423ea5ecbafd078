// dom/architecture.ts
import { columnName, columnsOf, heightsIn, withOne } from "../lib/architecture.js";
import { edgeWidth } from "../lib/diagram.js";
import { button, setEnabled } from "./controls.js";
import { make, makeSvg, setAttribute, setText } from "./element.js";
var ROOM = 300;
var RADIUS = 11;
var ArchitectureDiagram = class {
  constructor(settings) {
    this.settings = settings;
    this.element = make("div", { class: "gn-network", role: "group", "aria-label": "The network" }, this.drawing, this.row);
    this.observer = new ResizeObserver(([entry]) => {
      this.width = entry.contentRect.width;
      this.draw();
    });
    this.observer.observe(this.element);
  }
  settings;
  element;
  selected = 1;
  architecture = { inputs: 1, hidden: [], outputs: 1 };
  weights = [];
  width = 0;
  columns = [];
  drawing = makeSvg("svg", { class: "gn-network-drawing", "aria-hidden": "true" });
  row = make("div", { class: "gn-network-columns" });
  observer;
  /** Show an architecture; `weights` are those into each column after the inputs, input by input. */
  show(architecture, weights) {
    [this.architecture, this.weights] = [architecture, weights];
    this.selected = Math.min(this.selected, architecture.hidden.length + 1);
    this.draw();
  }
  close() {
    this.observer.disconnect();
  }
  draw() {
    const sizes = columnsOf(this.architecture);
    while (this.columns.length > sizes.length) this.columns.pop().element.remove();
    while (this.columns.length < sizes.length) this.addColumn(this.columns.length);
    sizes.forEach((neurons, i) => this.write(this.columns[i], i, neurons));
    if (this.width === 0) return;
    const places = sizes.map((neurons, column) => heightsIn(ROOM, neurons, this.settings.most).map((y) => ({ x: (column + 0.5) * this.width / sizes.length, y })));
    setAttribute(this.drawing, "viewBox", `0 0 ${this.width} ${ROOM}`);
    const circles = places.flatMap((column, c) => column.map(({ x, y }) => makeSvg("circle", { cx: x, cy: y, r: RADIUS, class: this.isLit(c) ? "gn-neuron gn-lit" : "gn-neuron" })));
    this.drawing.replaceChildren(...this.edges(places), ...circles);
  }
  edges(places) {
    return places.slice(1).flatMap((column, layer) => {
      const from = places[layer];
      const lit = this.selected === layer + 1 ? " gn-lit" : "";
      return from.flatMap(
        (begin, i) => column.map((end, j) => {
          const weight = this.weights[layer]?.[i * column.length + j] ?? 0;
          return makeSvg("path", { d: `M${begin.x} ${begin.y}L${end.x} ${end.y}`, class: `gn-connection ${weight < 0 ? "gn-minus" : "gn-plus"}${lit}`, "stroke-width": edgeWidth(weight) });
        })
      );
    });
  }
  isLit(column) {
    return this.selected === column;
  }
  addColumn(place) {
    const change = (by) => () => this.settings.onChange((now) => withOne(now, place, by, this.settings.most));
    const more = button({ name: `more-${place}`, label: "", text: "+", onClick: change(1) });
    const fewer = button({ name: `fewer-${place}`, label: "", text: "−", onClick: change(-1) });
    const layer = make("button", { type: "button", name: `layer-${place}`, class: "gn-network-layer", onclick: () => this.select(place) });
    const name = make("span", { class: "gn-network-name", "aria-hidden": "true" });
    const element = make("div", { class: "gn-network-column" }, name, more, layer, fewer);
    this.columns.push({ element, name, layer, more, fewer });
    this.row.append(element);
  }
  write({ name, layer, more, fewer }, column, neurons) {
    const title = columnName(this.architecture, column);
    setText(name, `${column === 0 ? "in" : column > this.architecture.hidden.length ? "out" : `h${column}`} ${neurons}`);
    setAttribute(layer, "aria-label", `${title}: ${neurons}`);
    setAttribute(layer, "aria-pressed", String(this.isLit(column)));
    const words = [
      [more, "one more"],
      [fewer, "one fewer"]
    ];
    for (const [one, word] of words) {
      setAttribute(one, "aria-label", `${title}: ${word}`);
      one.title = `${title}: ${word}`;
    }
    setEnabled(more, neurons < this.settings.most);
    setEnabled(fewer, neurons > 1);
  }
  select(column) {
    this.selected = column;
    this.draw();
    this.settings.onSelect(column);
  }
};
export {
  ArchitectureDiagram
};
