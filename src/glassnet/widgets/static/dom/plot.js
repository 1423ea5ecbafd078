// dom/plot.ts
import { tickLabel } from "../lib/numbers.js";
import { linearScale, logScale, logTicks, ticks } from "../lib/scales.js";
import { make, makeSvg, setAttribute } from "./element.js";
import { watchPixelRatio } from "./pixel_ratio.js";
var MARGIN = { left: 54, right: 12, top: 10, bottom: 40 };
var Plot = class {
  /** `label` says what the plot shows; `redraw` is called when its size or the screen's resolution has changed. */
  constructor(label2, height, redraw) {
    this.height = height;
    this.svg = makeSvg("svg", { role: "img", "aria-label": label2 });
    this.canvas.setAttribute("aria-hidden", "true");
    this.element = make("div", { class: "gn-plot", style: `height: ${height}px` }, this.canvas, this.svg);
    this.observer = new ResizeObserver(([entry]) => {
      const { width } = entry.contentRect;
      if (width === 0 || width === this.width) return;
      this.width = width;
      redraw();
    });
    this.observer.observe(this.element);
    this.unwatch = watchPixelRatio(() => this.width > 0 && redraw());
  }
  height;
  element;
  canvas = document.createElement("canvas");
  width = 0;
  x = (value) => value;
  y = (value) => value;
  axes = { x: [0, 1], y: [0, 1], xLabel: "", yLabel: "" };
  svg;
  observer;
  unwatch;
  handles = [];
  get area() {
    const { left, top, right, bottom } = MARGIN;
    const [width, height] = [Math.max(1, this.width - left - right), this.height - top - bottom];
    if (!this.axes.equal) return { left, top, width, height };
    const [across, up] = [this.axes.x[1] - this.axes.x[0], this.axes.y[1] - this.axes.y[0]];
    const unit = Math.min(width / across, height / up);
    return { left, top, width: unit * across, height: unit * up };
  }
  /** Set the axes before anything is painted on the canvas behind the plot. */
  setAxes(axes) {
    this.axes = axes;
  }
  relabel(label2) {
    setAttribute(this.svg, "aria-label", label2);
  }
  draw(axes, lines, dots = []) {
    if (this.width === 0) return;
    this.axes = axes;
    const { left, top, width, height } = this.area;
    this.x = linearScale(axes.x, [left, left + width]);
    this.y = (axes.log ? logScale : linearScale)(axes.y, [top + height, top]);
    const body = [...this.grid(), ...lines.map((line) => this.line(line)), ...dots.map((dot) => this.dot(dot))];
    const tall = top + height + MARGIN.bottom;
    this.element.style.height = `${tall}px`;
    setAttribute(this.svg, "viewBox", `0 0 ${this.width} ${tall}`);
    this.svg.replaceChildren(...body);
    for (const handle of this.handles) handle.place(this);
  }
  /** Add a handle that can be dragged; positions are in the plot's own units. */
  addHandle(settings) {
    const handle = new Handle(settings, this);
    this.handles.push(handle);
    this.element.append(handle.button);
    return handle;
  }
  removeHandle(handle) {
    this.handles.splice(this.handles.indexOf(handle), 1);
    handle.button.remove();
  }
  /** The position under a pointer, clamped to the axes. */
  placeAt(event) {
    const box = this.element.getBoundingClientRect();
    const { left, top, width, height } = this.area;
    const across = (event.clientX - box.left - left) / width;
    const up = 1 - (event.clientY - box.top - top) / height;
    return [mix(this.axes.x, clamp(across)), mix(this.axes.y, clamp(up))];
  }
  /** Move a position by a fraction of the axes, clamped to them. */
  nudge([x, y], across, up) {
    const { x: xs, y: ys } = this.axes;
    const moved = (value, range, fraction) => mix(range, clamp((value - range[0]) / (range[1] - range[0]) + fraction));
    return [moved(x, xs, across), moved(y, ys, up)];
  }
  close() {
    this.observer.disconnect();
    this.unwatch();
  }
  grid() {
    const { left, top, width, height } = this.area;
    const { axes } = this;
    const parts = [];
    for (const tick of ticks(axes.x[0], axes.x[1], Math.max(5, width / 70))) {
      const x = this.x(tick);
      parts.push(path(`M${x} ${top}V${top + height}`, "gn-grid"), label(x, top + height + 17, tickLabel(tick), "middle"));
    }
    for (const tick of axes.bare ? [] : axes.log ? logTicks(...axes.y, Math.max(3, height / 20)) : ticks(axes.y[0], axes.y[1], Math.max(3, height / 50))) {
      const y = this.y(tick);
      parts.push(path(`M${left} ${y}H${left + width}`, "gn-grid"), label(left - 7, y + 4, tickLabel(tick), "end"));
    }
    parts.push(label(left + width / 2, top + height + 35, axes.xLabel, "middle"));
    const turned = label(10, top + height / 2, axes.yLabel, "middle");
    turned.setAttribute("transform", `rotate(-90 10 ${top + height / 2})`);
    return [...parts, turned];
  }
  line({ xs, ys, ink, dash = "", thin }) {
    const [low, high] = [-this.height, 2 * this.height];
    let text = "";
    let pen = "M";
    for (let i = 0; i < xs.length; i++) {
      const y = this.y(ys[i]);
      if (!Number.isFinite(y)) {
        pen = "M";
        continue;
      }
      text += `${pen}${this.x(xs[i]).toFixed(1)} ${Math.min(high, Math.max(low, y)).toFixed(1)}`;
      pen = "L";
    }
    const { left, top, width, height } = this.area;
    const clip = `polygon(${left}px ${top}px, ${left + width}px ${top}px, ${left + width}px ${top + height}px, ${left}px ${top + height}px)`;
    return makeSvg("path", {
      d: text,
      class: "gn-line",
      stroke: ink,
      "stroke-dasharray": dash,
      style: `clip-path: view-box ${clip};${thin ? " stroke-width: 1.4" : ""}`
    });
  }
  dot({ x, y, ink, square, triangle, radius = 4 }) {
    const [cx, cy] = [this.x(x), this.y(y)];
    const paint = { fill: ink, stroke: "var(--gn-page)", "stroke-width": 1 };
    if (triangle) return makeSvg("path", { d: `M${cx} ${cy - 1.2 * radius}l${1.15 * radius} ${2 * radius}h${-2.3 * radius}z`, ...paint });
    if (!square) return makeSvg("circle", { cx, cy, r: radius, ...paint });
    return makeSvg("rect", { x: cx - radius, y: cy - radius, width: 2 * radius, height: 2 * radius, ...paint });
  }
};
var Handle = class {
  constructor(settings, plot) {
    this.settings = settings;
    this.plot = plot;
    this.at = settings.at;
    this.button = make("button", {
      type: "button",
      class: "gn-handle",
      name: settings.name,
      style: settings.ink ? `--gn-handle: ${settings.ink}` : void 0,
      onpointerdown: (event) => {
        this.button.setPointerCapture(event.pointerId);
        this.button.focus();
        event.preventDefault();
      },
      onpointermove: (event) => {
        if (this.button.hasPointerCapture(event.pointerId)) this.move(plot.placeAt(event));
      },
      onkeydown: (event) => this.press(event)
    });
  }
  settings;
  plot;
  button;
  at;
  /** Move it without calling `onMove`. */
  set(at) {
    this.at = at;
    this.place(this.plot);
  }
  paint(ink) {
    this.button.style.setProperty("--gn-handle", ink);
  }
  place(plot) {
    const [x, y] = this.at;
    this.button.style.left = `${plot.x(x)}px`;
    this.button.style.top = `${plot.y(y)}px`;
    const { words } = this.settings;
    setAttribute(this.button, "aria-label", `${words(x, y)}; arrow keys move it`);
  }
  move([x, y]) {
    this.set(this.settings.constrain?.(x, y) ?? [x, y]);
    this.settings.onMove(...this.at);
  }
  press(event) {
    const step = event.shiftKey ? 0.1 : 0.02;
    const moves = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step]
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(this.plot.nudge(this.at, ...move));
  }
};
function clamp(fraction) {
  return Math.min(1, Math.max(0, fraction));
}
function mix([low, high], fraction) {
  return low + fraction * (high - low);
}
function path(d, name) {
  return makeSvg("path", { d, class: name });
}
function label(x, y, text, anchor) {
  return makeSvg("text", { x, y, "text-anchor": anchor }, text);
}
export {
  Handle,
  Plot
};
