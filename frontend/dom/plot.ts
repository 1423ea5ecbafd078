// A plot: two axes with units, lines, points, and handles that can be dragged or moved with the arrow keys.
import { tickLabel } from "../lib/numbers.ts";
import { linearScale, logScale, logTicks, ticks, type Scale } from "../lib/scales.ts";
import { make, makeSvg, setAttribute } from "./element.ts";
import { watchPixelRatio } from "./pixel_ratio.ts";

export type Range = readonly [number, number];

export interface Axes {
  x: Range;
  y: Range;
  xLabel: string;
  yLabel: string;
  /** A logarithmic y axis: both ends of y must then be above zero. */
  log?: boolean;
  /** One unit of x is as long as one of y, so that right angles look right. */
  equal?: boolean;
  /** The heights mean nothing: no ticks on the y axis. */
  bare?: boolean;
}

export interface Line {
  xs: ArrayLike<number>;
  ys: ArrayLike<number>;
  ink: string;
  dash?: string;
  thin?: boolean;
}

export interface Dot {
  x: number;
  y: number;
  ink: string;
  square?: boolean;
  triangle?: boolean;
  radius?: number;
}

const MARGIN = { left: 54, right: 12, top: 10, bottom: 40 };

export class Plot {
  readonly element: HTMLElement;
  readonly canvas = document.createElement("canvas");
  width = 0;
  x: Scale = (value) => value;
  y: Scale = (value) => value;
  private axes: Axes = { x: [0, 1], y: [0, 1], xLabel: "", yLabel: "" };
  private readonly svg: SVGSVGElement;
  private readonly observer: ResizeObserver;
  private readonly unwatch: () => void;
  private readonly handles: Handle[] = [];

  /** `label` says what the plot shows; `redraw` is called when its size or the screen's resolution has changed. */
  constructor(
    label: string,
    private readonly height: number,
    redraw: () => void,
  ) {
    this.svg = makeSvg("svg", { role: "img", "aria-label": label });
    this.canvas.setAttribute("aria-hidden", "true");
    this.element = make("div", { class: "gn-plot", style: `height: ${height}px` }, this.canvas, this.svg);
    this.observer = new ResizeObserver(([entry]) => {
      const { width } = entry!.contentRect;
      if (width === 0 || width === this.width) return;
      this.width = width;
      redraw();
    });
    this.observer.observe(this.element);
    this.unwatch = watchPixelRatio(() => this.width > 0 && redraw());
  }

  get area(): { left: number; top: number; width: number; height: number } {
    const { left, top, right, bottom } = MARGIN;
    const [width, height] = [Math.max(1, this.width - left - right), this.height - top - bottom];
    if (!this.axes.equal) return { left, top, width, height };
    const [across, up] = [this.axes.x[1] - this.axes.x[0], this.axes.y[1] - this.axes.y[0]];
    const unit = Math.min(width / across, height / up);
    return { left, top, width: unit * across, height: unit * up };
  }

  /** Set the axes before anything is painted on the canvas behind the plot. */
  setAxes(axes: Axes): void {
    this.axes = axes;
  }

  relabel(label: string): void {
    setAttribute(this.svg, "aria-label", label);
  }

  draw(axes: Axes, lines: readonly Line[], dots: readonly Dot[] = []): void {
    if (this.width === 0) return;
    this.axes = axes;
    const { left, top, width, height } = this.area;
    this.x = linearScale(axes.x, [left, left + width]);
    this.y = (axes.log ? logScale : linearScale)(axes.y, [top + height, top]);
    const body = [...this.grid(), ...lines.map((line) => this.line(line)), ...dots.map((dot) => this.dot(dot))];
    const tall = top + height + MARGIN.bottom; // less than the plot's own height if its scales are equal
    this.element.style.height = `${tall}px`;
    setAttribute(this.svg, "viewBox", `0 0 ${this.width} ${tall}`);
    this.svg.replaceChildren(...body);
    for (const handle of this.handles) handle.place(this);
  }

  /** Add a handle that can be dragged; positions are in the plot's own units. */
  addHandle(settings: HandleSettings): Handle {
    const handle = new Handle(settings, this);
    this.handles.push(handle);
    this.element.append(handle.button);
    return handle;
  }

  removeHandle(handle: Handle): void {
    this.handles.splice(this.handles.indexOf(handle), 1);
    handle.button.remove();
  }

  /** The position under a pointer, clamped to the axes. */
  placeAt(event: PointerEvent | MouseEvent): [number, number] {
    const box = this.element.getBoundingClientRect();
    const { left, top, width, height } = this.area;
    const across = (event.clientX - box.left - left) / width;
    const up = 1 - (event.clientY - box.top - top) / height;
    return [mix(this.axes.x, clamp(across)), mix(this.axes.y, clamp(up))];
  }

  /** Move a position by a fraction of the axes, clamped to them. */
  nudge([x, y]: readonly [number, number], across: number, up: number): [number, number] {
    const { x: xs, y: ys } = this.axes;
    const moved = (value: number, range: Range, fraction: number): number =>
      mix(range, clamp((value - range[0]) / (range[1] - range[0]) + fraction));
    return [moved(x, xs, across), moved(y, ys, up)];
  }

  close(): void {
    this.observer.disconnect();
    this.unwatch();
  }

  private grid(): SVGElement[] {
    const { left, top, width, height } = this.area;
    const { axes } = this;
    const parts: SVGElement[] = [];
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

  private line({ xs, ys, ink, dash = "", thin }: Line): SVGElement {
    const [low, high] = [-this.height, 2 * this.height]; // values far outside are clipped so that they can be drawn
    let text = "";
    let pen = "M";
    for (let i = 0; i < xs.length; i++) {
      const y = this.y(ys[i]!);
      if (!Number.isFinite(y)) {
        pen = "M";
        continue;
      }
      text += `${pen}${this.x(xs[i]!).toFixed(1)} ${Math.min(high, Math.max(low, y)).toFixed(1)}`;
      pen = "L";
    }
    const { left, top, width, height } = this.area;
    const clip = `polygon(${left}px ${top}px, ${left + width}px ${top}px, ${left + width}px ${top + height}px, ${left}px ${top + height}px)`;
    return makeSvg("path", {
      d: text,
      class: "gn-line",
      stroke: ink,
      "stroke-dasharray": dash,
      style: `clip-path: view-box ${clip};${thin ? " stroke-width: 1.4" : ""}`,
    });
  }

  private dot({ x, y, ink, square, triangle, radius = 4 }: Dot): SVGElement {
    const [cx, cy] = [this.x(x), this.y(y)];
    const paint = { fill: ink, stroke: "var(--gn-page)", "stroke-width": 1 };
    if (triangle) return makeSvg("path", { d: `M${cx} ${cy - 1.2 * radius}l${1.15 * radius} ${2 * radius}h${-2.3 * radius}z`, ...paint });
    if (!square) return makeSvg("circle", { cx, cy, r: radius, ...paint });
    return makeSvg("rect", { x: cx - radius, y: cy - radius, width: 2 * radius, height: 2 * radius, ...paint });
  }
}

interface HandleSettings {
  name: string;
  at: [number, number];
  ink?: string;
  /** Describes a position for screen readers. */
  words: (x: number, y: number) => string;
  onMove: (x: number, y: number) => void;
  /** Constrains a position, for example to a curve. */
  constrain?: (x: number, y: number) => [number, number];
}

export class Handle {
  readonly button: HTMLButtonElement;
  at: [number, number];

  constructor(
    private readonly settings: HandleSettings,
    private readonly plot: Plot,
  ) {
    this.at = settings.at;
    this.button = make("button", {
      type: "button",
      class: "gn-handle",
      name: settings.name,
      style: settings.ink ? `--gn-handle: ${settings.ink}` : undefined,
      onpointerdown: (event: PointerEvent) => {
        this.button.setPointerCapture(event.pointerId);
        this.button.focus();
        event.preventDefault();
      },
      onpointermove: (event: PointerEvent) => {
        if (this.button.hasPointerCapture(event.pointerId)) this.move(plot.placeAt(event));
      },
      onkeydown: (event: KeyboardEvent) => this.press(event),
    });
  }

  /** Move it without calling `onMove`. */
  set(at: [number, number]): void {
    this.at = at;
    this.place(this.plot);
  }

  paint(ink: string): void {
    this.button.style.setProperty("--gn-handle", ink);
  }

  place(plot: Plot): void {
    const [x, y] = this.at;
    this.button.style.left = `${plot.x(x)}px`;
    this.button.style.top = `${plot.y(y)}px`;
    const { words } = this.settings;
    setAttribute(this.button, "aria-label", `${words(x, y)}; arrow keys move it`);
  }

  private move([x, y]: [number, number]): void {
    this.set(this.settings.constrain?.(x, y) ?? [x, y]);
    this.settings.onMove(...this.at);
  }

  private press(event: KeyboardEvent): void {
    const step = event.shiftKey ? 0.1 : 0.02;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(this.plot.nudge(this.at, ...move));
  }
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}

function mix([low, high]: Range, fraction: number): number {
  return low + fraction * (high - low);
}

function path(d: string, name: string): SVGElement {
  return makeSvg("path", { d, class: name });
}

function label(x: number, y: number, text: string, anchor: string): SVGElement {
  return makeSvg("text", { x, y, "text-anchor": anchor }, text);
}
