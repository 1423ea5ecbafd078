// widgets/lab/diagram_view.ts
import { make, makeSvg, setAttribute, setText } from "../../dom/element.js";
import { Picture } from "../../dom/picture.js";
import { edgePath, edgeWidth, layOut, nearestEdge } from "../../lib/diagram.js";
import { columnSizes, splitWeights, weightOf } from "../../lib/network.js";
import { decimal } from "../../lib/numbers.js";
import { COLORS } from "../../lib/palette.js";
import { ColumnHeads } from "./column_heads.js";
import { sameFocus } from "./scene.js";
import { unitName } from "./words.js";
var REACH = 9;
var GAP = 10;
var CROWDED = 9;
var CROWDED_SIDE = 28;
var COLUMN_GAP = 16;
var MAX_SIDE = 64;
var DiagramView = class {
  constructor(attention, changeUnits, redraw) {
    this.attention = attention;
    this.heads = new ColumnHeads(changeUnits);
    this.element = make(
      "div",
      { class: "gn-diagram", onpointermove: this.onPointer, onpointerleave: () => attention.hover(null), onclick: this.onClick },
      this.lines,
      this.heads.element
    );
    this.observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      if (width === this.width && height === this.height) return;
      [this.width, this.height] = [width, height];
      redraw();
    });
    this.observer.observe(this.element);
  }
  attention;
  element;
  lines = makeSvg("svg", { class: "gn-edges", "aria-hidden": "true" });
  units = /* @__PURE__ */ new Map();
  heads;
  observer;
  paths = [];
  diagram = null;
  laidOut = "";
  width = 0;
  height = 0;
  drawnFrame = null;
  drawnTheme = "";
  draw(scene) {
    const { frame, look } = scene;
    this.layOut(frame);
    if (frame !== this.drawnFrame || look.theme !== this.drawnTheme) {
      this.drawEdges(scene);
      this.drawUnits(scene);
      [this.drawnFrame, this.drawnTheme] = [frame, look.theme];
    }
    this.drawFocus(scene);
    this.drawValues(scene);
  }
  close() {
    this.observer.disconnect();
  }
  /** The diagram as an SVG file: the lines, and every unit's image in its place. */
  picture() {
    const svg = this.lines.cloneNode(true);
    const { unit, units } = this.diagram;
    units.forEach(
      (column, c) => column.forEach(({ x, y }, u) => {
        const { picture, button } = this.units.get(`${c},${u}`);
        const place = { x: x - unit / 2, y: y - unit / 2, width: unit, height: unit };
        const title = makeSvg("title", {}, button.getAttribute("aria-label"));
        svg.append(makeSvg("image", { href: picture.canvas.toDataURL(), ...place, style: "image-rendering: auto" }, title));
      })
    );
    return Promise.resolve(new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }));
  }
  layOut(frame) {
    const columns = columnSizes(frame.layers);
    const state = `${columns} ${this.width} ${this.height} ${frame.spec.features} ${frame.spec.data}`;
    if (state === this.laidOut || this.width === 0) return;
    this.laidOut = state;
    this.drawnFrame = null;
    const usual = Number.parseFloat(getComputedStyle(this.element).getPropertyValue("--gn-unit")) || 40;
    const side = Math.max(...columns) > CROWDED ? Math.min(usual, CROWDED_SIDE) : usual;
    this.element.style.minWidth = `${columns.length * (side + COLUMN_GAP)}px`;
    const top = this.heads.place(columns, this.width, side);
    const measures = { width: this.width, smallest: side, largest: MAX_SIDE, top, gap: GAP, height: this.height };
    this.diagram = layOut(columns, measures);
    this.element.style.setProperty("--gn-side", `${this.diagram.unit}px`);
    this.element.style.minHeight = `${Math.ceil(this.diagram.height)}px`;
    this.placeUnits(frame);
    this.placeEdges();
  }
  placeUnits(frame) {
    const kept = /* @__PURE__ */ new Set();
    this.diagram.units.forEach(
      (column, c) => column.forEach(({ x, y }, u) => {
        const key = `${c},${u}`;
        kept.add(key);
        const { button } = this.units.get(key) ?? this.addUnit(key, { kind: "unit", column: c, unit: u });
        button.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
        setAttribute(button, "aria-label", unitName(frame, c, u));
      })
    );
    for (const [key, { button }] of this.units) {
      if (kept.has(key)) continue;
      button.remove();
      this.units.delete(key);
    }
    this.sortUnits();
  }
  addUnit(key, focus) {
    const picture = new Picture();
    const value = make("span", { class: "gn-value" });
    const button = make(
      "button",
      {
        type: "button",
        class: "gn-unit",
        "data-unit": key,
        "aria-pressed": "false",
        onfocus: () => this.attention.hover(focus),
        onblur: () => this.attention.hover(null),
        onclick: (event) => {
          event.stopPropagation();
          this.attention.pin(focus);
        }
      },
      picture.canvas,
      value
    );
    const unit = { button, picture, value };
    this.units.set(key, unit);
    this.element.append(button);
    return unit;
  }
  // The tab order follows the data flow; only elements out of order are moved, so that focus stays.
  sortUnits() {
    let before = this.heads.element;
    for (const key of [...this.units.keys()].sort()) {
      const { button } = this.units.get(key);
      if (before.nextElementSibling !== button) before.after(button);
      before = button;
    }
  }
  placeEdges() {
    const { edges, height } = this.diagram;
    setAttribute(this.lines, "viewBox", `0 0 ${this.width} ${height}`);
    setAttribute(this.lines, "width", String(this.width));
    setAttribute(this.lines, "height", String(height));
    this.paths = edges.map((edge) => makeSvg("path", { d: edgePath(edge), fill: "none" }));
    this.lines.replaceChildren(...this.paths);
  }
  drawEdges({ frame, look }) {
    const layers = splitWeights(frame.layers, frame.weights);
    const [negative, positive] = [COLORS.negative[look.theme], COLORS.positive[look.theme]];
    this.diagram?.edges.forEach(({ column, from, to }, i) => {
      const weight = weightOf(layers[column], from, to);
      setAttribute(this.paths[i], "stroke", weight < 0 ? negative : positive);
      setAttribute(this.paths[i], "stroke-width", String(edgeWidth(weight)));
    });
  }
  drawUnits({ frame, look, session }) {
    const pictures = frame.units;
    if (!pictures || !this.diagram) return;
    const size = pictures.length / frame.unit_scales.length;
    const output = this.diagram.units.length - 1;
    let index = 0;
    this.diagram.units.forEach(
      (column, c) => column.forEach((_, u) => {
        const bytes = pictures.subarray(index * size, ++index * size);
        const isStill = c === 0 && session.player.playing && this.drawnFrame && look.theme === this.drawnTheme;
        if (!isStill) this.units.get(`${c},${u}`)?.picture.draw(bytes, c === output && frame.task.kind !== "values" ? look.probability : look.signed);
      })
    );
  }
  drawFocus({ focus }) {
    for (const [key, { button }] of this.units) {
      const [column, unit] = key.split(",").map(Number);
      const here = { kind: "unit", column, unit };
      setAttribute(button, "aria-pressed", String(this.attention.isPinned(here)));
      button.classList.toggle("gn-lit", sameFocus(focus, here));
    }
    this.diagram?.edges.forEach((edge, i) => {
      const { column, from, to } = edge;
      const lit = focus?.kind === "edge" ? sameFocus(focus, { kind: "edge", column, from, to }) : focus?.kind === "unit" && focus.column === column + 1 && focus.unit === to;
      this.paths[i].classList.toggle("gn-lit", lit);
    });
    this.element.classList.toggle("gn-looking", focus !== null);
  }
  drawValues({ session }) {
    const { probe } = session;
    for (const [key, { value }] of this.units) {
      const [column, unit] = key.split(",").map(Number);
      const number = probe?.activations[column]?.[unit];
      setText(value, number === void 0 ? "" : decimal(number, 2));
    }
  }
  onPointer = (event) => {
    const button = event.target.closest("[data-unit]");
    if (button) {
      const [column, unit] = button.dataset["unit"].split(",").map(Number);
      this.attention.hover({ kind: "unit", column, unit });
    } else {
      this.attention.hover(this.edgeUnder(event));
    }
  };
  onClick = (event) => {
    const edge = this.edgeUnder(event);
    if (edge) this.attention.pin(edge);
  };
  edgeUnder(event) {
    if (!this.diagram || event.target.closest("button")) return null;
    const box = this.element.getBoundingClientRect();
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
    const edge = this.diagram.edges[nearestEdge(this.diagram.edges, point, REACH)];
    return edge ? { kind: "edge", column: edge.column, from: edge.from, to: edge.to } : null;
  }
};
export {
  DiagramView
};
