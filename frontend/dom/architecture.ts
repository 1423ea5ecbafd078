// A network drawn as columns of neurons; each column has a button to add a neuron and one to remove one, and can be selected.
import { columnName, columnsOf, heightsIn, withOne, type Architecture } from "../lib/architecture.ts";
import { edgeWidth } from "../lib/diagram.ts";
import { button, setEnabled } from "./controls.ts";
import { make, makeSvg, setAttribute, setText } from "./element.ts";

const ROOM = 300;
const RADIUS = 11;

interface Settings {
  /** The most neurons in a column. */
  most: number;
  /** One neuron more or fewer is asked for, of what stands by then: clicks may come faster than answers. */
  onChange: (change: (now: Architecture) => Architecture) => void;
  /** A column was selected; 0 is that of the inputs. */
  onSelect: (column: number) => void;
}

interface Column {
  element: HTMLElement;
  name: HTMLElement;
  layer: HTMLButtonElement;
  more: HTMLButtonElement;
  fewer: HTMLButtonElement;
}

export class ArchitectureDiagram {
  readonly element: HTMLElement;
  selected = 1;
  private architecture: Architecture = { inputs: 1, hidden: [], outputs: 1 };
  private weights: readonly ArrayLike<number>[] = [];
  private width = 0;
  private columns: Column[] = [];
  private readonly drawing = makeSvg("svg", { class: "gn-network-drawing", "aria-hidden": "true" });
  private readonly row = make("div", { class: "gn-network-columns" });
  private readonly observer: ResizeObserver;

  constructor(private readonly settings: Settings) {
    this.element = make("div", { class: "gn-network", role: "group", "aria-label": "The network" }, this.drawing, this.row);
    this.observer = new ResizeObserver(([entry]) => {
      this.width = entry!.contentRect.width;
      this.draw();
    });
    this.observer.observe(this.element);
  }

  /** Show an architecture; `weights` are those into each column after the inputs, input by input. */
  show(architecture: Architecture, weights: readonly ArrayLike<number>[]): void {
    [this.architecture, this.weights] = [architecture, weights];
    this.selected = Math.min(this.selected, architecture.hidden.length + 1);
    this.draw();
  }

  close(): void {
    this.observer.disconnect();
  }

  private draw(): void {
    const sizes = columnsOf(this.architecture);
    while (this.columns.length > sizes.length) this.columns.pop()!.element.remove();
    while (this.columns.length < sizes.length) this.addColumn(this.columns.length);
    sizes.forEach((neurons, i) => this.write(this.columns[i]!, i, neurons));
    if (this.width === 0) return;
    const places = sizes.map((neurons, column) => heightsIn(ROOM, neurons, this.settings.most).map((y) => ({ x: ((column + 0.5) * this.width) / sizes.length, y })));
    setAttribute(this.drawing, "viewBox", `0 0 ${this.width} ${ROOM}`);
    const circles = places.flatMap((column, c) => column.map(({ x, y }) => makeSvg("circle", { cx: x, cy: y, r: RADIUS, class: this.isLit(c) ? "gn-neuron gn-lit" : "gn-neuron" })));
    this.drawing.replaceChildren(...this.edges(places), ...circles);
  }

  private edges(places: readonly { x: number; y: number }[][]): SVGElement[] {
    return places.slice(1).flatMap((column, layer) => {
      const from = places[layer]!;
      const lit = this.selected === layer + 1 ? " gn-lit" : "";
      return from.flatMap((begin, i) =>
        column.map((end, j) => {
          const weight = this.weights[layer]?.[i * column.length + j] ?? 0;
          return makeSvg("path", { d: `M${begin.x} ${begin.y}L${end.x} ${end.y}`, class: `gn-connection ${weight < 0 ? "gn-minus" : "gn-plus"}${lit}`, "stroke-width": edgeWidth(weight) });
        }),
      );
    });
  }

  private isLit(column: number): boolean {
    return this.selected === column;
  }

  private addColumn(place: number): void {
    const change = (by: 1 | -1) => () => this.settings.onChange((now) => withOne(now, place, by, this.settings.most));
    const more = button({ name: `more-${place}`, label: "", text: "+", onClick: change(1) });
    const fewer = button({ name: `fewer-${place}`, label: "", text: "−", onClick: change(-1) });
    const layer = make("button", { type: "button", name: `layer-${place}`, class: "gn-network-layer", onclick: () => this.select(place) });
    const name = make("span", { class: "gn-network-name", "aria-hidden": "true" });
    const element = make("div", { class: "gn-network-column" }, name, more, layer, fewer);
    this.columns.push({ element, name, layer, more, fewer });
    this.row.append(element);
  }

  private write({ name, layer, more, fewer }: Column, column: number, neurons: number): void {
    const title = columnName(this.architecture, column);
    setText(name, `${column === 0 ? "in" : column > this.architecture.hidden.length ? "out" : `h${column}`} ${neurons}`);
    setAttribute(layer, "aria-label", `${title}: ${neurons}`);
    setAttribute(layer, "aria-pressed", String(this.isLit(column)));
    const words = [
      [more, "one more"],
      [fewer, "one fewer"],
    ] as const;
    for (const [one, word] of words) {
      setAttribute(one, "aria-label", `${title}: ${word}`);
      one.title = `${title}: ${word}`;
    }
    setEnabled(more, neurons < this.settings.most);
    setEnabled(fewer, neurons > 1);
  }

  private select(column: number): void {
    this.selected = column;
    this.draw();
    this.settings.onSelect(column);
  }
}
