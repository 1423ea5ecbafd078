// The drawing of a small network: units as boxes of numbers in columns, edges with a number each, signals on their way.
import { keepFocus, numberButton, type Sign } from "./number.ts";
import { make, makeSvg } from "./element.ts";
import { ends, layOutBelow, layOutBeside, looseAt, MOST_LOOSE, ROW, stackedAt, TALL_ROW, type Ends, type Spot } from "../lib/network_layout.ts";

/** Narrower than this, the layers stand one below the other. */
const NARROW = 560;
/** The radius of a signal's dot. */
const [SMALLEST_DOT, MORE_DOT] = [3, 5];

/** A unit: its name, and a number in each row. */
export interface Unit {
  name: string;
  rows: (HTMLElement | null)[];
  off?: boolean;
  /** How strongly it is active, from −1 to 1: the length of its bar. */
  level?: number | undefined;
}

/** The inputs, a layer, or what comes after the last layer. */
export interface Column {
  units: Unit[];
  /** The most rows that its boxes will have. */
  rows: number;
  width: number;
  /** Only numbers, no names: for many units. */
  compact?: boolean;
}

/** The edges from a column to the next. */
export interface Edges {
  /** By source and target. */
  values: (number | null)[][];
  sign: Exclude<Sign, "">;
  reference: (from: number, to: number) => string;
  /** Whether each edge carries its number. */
  numbers: boolean;
  /** The direction in which they are animated. */
  flow?: "forth" | "back" | undefined;
  /** What travels along them, by source and target. */
  signals?: (number | null)[][] | undefined;
}

export interface Diagram {
  columns: Column[];
  /** Without edges, the last column is joined by plain lines. */
  edges: Edges[];
  symbol: (reference: string) => string;
  digits: number;
  moving: boolean;
  ask: (reference: string) => void;
}

export class NetworkDiagram {
  private readonly canvas = make("div", { class: "gn-net" });
  readonly element = make("div", { class: "gn-scroll", tabindex: 0, role: "group", "aria-label": "The network with its numbers" }, this.canvas);
  private readonly observer = new ResizeObserver(() => this.redraw());
  private diagram: Diagram | null = null;
  private width = 0;

  constructor() {
    this.observer.observe(this.element);
  }

  close(): void {
    this.observer.disconnect();
  }

  draw(diagram: Diagram): void {
    this.diagram = diagram;
    this.width = this.element.clientWidth;
    const narrow = this.width < NARROW;
    this.canvas.toggleAttribute("data-narrow", narrow);
    const columns = diagram.columns.map(({ units, rows, width, compact }) => ({ count: units.length, rows, width, compact }));
    const numbers = diagram.edges.map((edges) => edges.numbers);
    const row = narrow ? TALL_ROW : rowHeight();
    const { spots, width, height } = narrow ? layOutBelow(columns, numbers, this.width - 4) : layOutBeside(columns, numbers, this.width, row);
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    this.canvas.style.setProperty("--gn-row", `${row}px`);
    const [edges, chips] = drawEdges(diagram, spots, row, narrow);
    const boxes = diagram.columns.flatMap((column, c) => column.units.map((unit, u) => box(spots[c]![u]!, unit, column.compact ?? false)));
    keepFocus(this.canvas, () => this.canvas.replaceChildren(edges, ...boxes, ...chips));
  }

  /** Highlight a number, those it was computed from, and edges by "layer-from-to". */
  mark(own: string, from: ReadonlySet<string>, edges: ReadonlySet<string>): void {
    for (const element of this.canvas.querySelectorAll<HTMLElement>("[data-ref]")) {
      const reference = element.dataset["ref"]!;
      element.setAttribute("aria-pressed", String(reference === own));
      element.classList.toggle("gn-made-from", reference !== own && from.has(reference));
    }
    for (const edge of this.canvas.querySelectorAll<SVGElement>("[data-edge]")) edge.classList.toggle("gn-lit", edges.has(edge.dataset["edge"]!));
  }

  private redraw(): void {
    if (this.diagram && this.element.clientWidth !== this.width) this.draw(this.diagram);
  }
}

// Every number is a button, so on touch screens a row is as high as a finger needs.
function rowHeight(): number {
  return matchMedia("(pointer: coarse)").matches ? TALL_ROW : ROW;
}

function box({ x, y, width, height }: Spot, { name, rows, off, level }: Unit, compact: boolean): HTMLElement {
  const style = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
  const head = compact ? null : make("p", { class: "gn-name" }, name, off ? " (off)" : "");
  return make("div", { class: `gn-box${compact ? " gn-compact" : ""}`, style, role: "group", "aria-label": name, "data-off": off ?? false }, head, ...rows, level ? bar(level) : null);
}

function bar(level: number): HTMLElement {
  return make("span", { class: "gn-level", "data-sign": signed("value", level), style: `width:calc((100% - 8px) * ${Math.abs(level)})` });
}

function drawEdges({ columns, edges, symbol, digits, moving, ask }: Diagram, spots: Spot[][], row: number, down: boolean): [SVGSVGElement, HTMLElement[]] {
  const svg = makeSvg("svg", { class: `gn-edges${edges.some(({ numbers }) => !numbers) ? " gn-many" : ""}`, "aria-hidden": "true" });
  const chips: HTMLElement[] = [];
  edges.forEach(({ values, sign, reference, numbers, flow, signals }, l) => {
    const most = largest(values);
    const busy = flow && moving ? ` gn-${flow}` : "";
    const lines = values.flatMap((row, i) => row.map((value, j) => ({ i, j, value, ...ends(spots[l]![i]!, spots[l + 1]![j]!, down) })));
    const stacked = numbers && lines.length > MOST_LOOSE;
    if (stacked) for (const line of lines) line.end = stackedAt(line, values.length, digits, row, down);
    for (const { i, j, value, begin, end } of lines) {
      const width = 1 + 4 * (Math.abs(value ?? 0) / most);
      svg.append(makeSvg("line", { x1: begin.x, y1: begin.y, x2: end.x, y2: end.y, class: `gn-edge${busy}`, "data-sign": signed(sign, value), "stroke-width": width, "data-edge": `${l}-${i}-${j}` }));
      if (numbers) chips.push(numberButton({ reference: reference(i, j), symbol: symbol(reference(i, j)), value, digits, sign, class: "gn-chip", onClick: ask }));
    }
    const own = numbers ? chips.slice(-lines.length) : [];
    const places = stacked ? lines.map(({ end }) => end) : looseAt(lines, own.map(chipWidth), row, down);
    own.forEach((chip, at) => Object.assign(chip.style, { left: `${places[at]!.x}px`, top: `${places[at]!.y}px` }));
    if (signals) svg.append(...dots(lines, signals, moving));
  });
  const [before, last] = [spots.at(-2)!, spots.at(-1)![0]!];
  if (edges.length < columns.length - 1) {
    for (const from of before) {
      const { begin, end } = ends(from, last, down);
      svg.prepend(makeSvg("line", { x1: begin.x, y1: begin.y, x2: end.x, y2: end.y, class: "gn-edge gn-plain" }));
    }
  }
  return [svg, chips];
}

function largest(values: (number | null)[][]): number {
  return Math.max(...values.flat().map((value) => Math.abs(value ?? 0)), 1e-12);
}

function signed(sign: string, value: number | null): string {
  return `${sign}${value === null || value === 0 ? "" : value < 0 ? "-minus" : "-plus"}`;
}

// A dot for every signal that isn't 0: on its way while playing, nearly there otherwise.
function dots(lines: (Ends & { i: number; j: number })[], signals: (number | null)[][], moving: boolean): SVGElement[] {
  const most = largest(signals);
  return lines.flatMap(({ i, j, begin, end }) => {
    const value = signals[i]![j]!;
    if (!value) return [];
    const style = `--gn-dx:${end.x - begin.x}px;--gn-dy:${end.y - begin.y}px`;
    const r = SMALLEST_DOT + MORE_DOT * (Math.abs(value) / most);
    return [makeSvg("circle", { cx: begin.x, cy: begin.y, r, class: `gn-signal${moving ? " gn-moving" : ""}`, "data-sign": signed("value", value), style })];
  });
}

function chipWidth(chip: HTMLElement): number {
  return 16 + 8 * (chip.textContent ?? "").length;
}
