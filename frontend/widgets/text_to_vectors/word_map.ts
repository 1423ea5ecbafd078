// The word map: a dot for each word, with its name if there is room.
import { make, makeSvg } from "../../dom/element.ts";
import { Plot, type Dot } from "../../dom/plot.ts";
import type { Theme } from "../../lib/colors.ts";
import { inkOf } from "../../lib/series.ts";

/** Left, top, right and bottom. */
type Box = readonly [number, number, number, number];

export interface MapOf {
  words: readonly string[];
  kinds: readonly string[];
  places: Float32Array;
  /** Words that are always labelled, the most important first. */
  chosen: readonly string[];
}

const HEIGHT = 380;
const LETTER = 6.6;
const LINE = 13;
/** The ends of the axes. The vectors have length 1, and hardly any lies entirely in the plane of the map. */
const EDGE = 0.95;
const NEAR_ENOUGH = 30;

export class WordMap {
  readonly element: HTMLElement;
  readonly legend = make("p", { class: "gn-key" });
  private readonly plot: Plot;
  private readonly names = makeSvg("svg", { "aria-hidden": "true" });
  private shown: MapOf | null = null;
  private kinds = "";

  constructor(
    private theme: Theme,
    private readonly onPick: (word: string) => void,
  ) {
    this.plot = new Plot("Word vectors along their two principal components", HEIGHT, () => this.redraw());
    this.element = this.plot.element;
    this.element.classList.add("gn-word-map");
    this.element.append(this.names);
    this.element.addEventListener("click", (event) => this.pick(event));
  }

  retheme(theme: Theme): void {
    this.theme = theme;
    this.kinds = "";
    this.redraw();
  }

  close(): void {
    this.plot.close();
  }

  draw(shown: MapOf): void {
    this.shown = shown;
    this.redraw();
  }

  private redraw(): void {
    if (!this.shown || this.plot.width === 0) return;
    const { kinds, places, chosen, words } = this.shown;
    const dots: Dot[] = words.map((word, i) => {
      const at = { x: places[2 * i]!, y: places[2 * i + 1]! };
      return { ...at, ink: this.ink(kinds[i]!), square: this.place(kinds[i]!) % 2 === 1, radius: chosen.includes(word) ? 6 : kinds[i] ? 4 : 2 };
    });
    const sides = [-EDGE, EDGE] as const;
    this.plot.draw({ x: sides, y: sides, xLabel: "component 1", yLabel: "component 2" }, [], dots);
    this.drawNames();
    this.drawLegend();
  }

  // The kinds keep their order, so that each keeps its colour.
  private order(): string[] {
    return [...new Set(this.shown?.kinds.filter(Boolean))].sort();
  }

  private place(kind: string): number {
    return this.order().indexOf(kind);
  }

  private ink(kind: string): string {
    return kind ? inkOf(this.place(kind), this.theme) : "var(--gn-quiet)";
  }

  private drawNames(): void {
    const { words, kinds, places, chosen } = this.shown!;
    const all = words.map((_, i) => i);
    const rank = (i: number): number => (chosen.includes(words[i]!) ? chosen.indexOf(words[i]!) : kinds[i] ? 100 : 200);
    const taken: Box[] = [];
    const texts: SVGElement[] = [];
    for (const i of all.sort((a, b) => rank(a) - rank(b) || a - b)) {
      const picked = chosen.includes(words[i]!);
      const width = LETTER * words[i]!.length + 4;
      const [x, y] = [this.plot.x(places[2 * i]!), this.plot.y(places[2 * i + 1]!)];
      const boxes = this.boxesBeside(x, y, width, picked);
      const free = boxes.find((box) => !taken.some((other) => overlap(box, other)));
      if (!picked && !free) continue;
      const box = free ?? boxes[0]!;
      taken.push(box, [x - 5, y - 5, x + 5, y + 5]);
      const look = { x: box[0], y: box[1] + LINE / 2 + 4, class: picked ? "gn-picked" : "" };
      texts.push(makeSvg("text", look, words[i]!));
    }
    this.names.setAttribute("viewBox", `0 0 ${this.plot.width} ${HEIGHT}`);
    this.names.replaceChildren(...texts);
  }

  // Possible positions of a label, the best first; only the labels of selected words may be anywhere but to the right.
  private boxesBeside(x: number, y: number, width: number, anywhere: boolean): Box[] {
    const at = (left: number, middle: number): Box => [left, middle - LINE / 2, left + width, middle + LINE / 2];
    const [right, left] = [at(x + 8, y), at(x - 8 - width, y)];
    const sides = right[2] < this.plot.width ? [right, left] : [left];
    return anywhere ? [...sides, at(x - width / 2, y - 14), at(x - width / 2, y + 14)] : sides.slice(0, 1);
  }

  private drawLegend(): void {
    const kinds = this.order();
    if (kinds.join() === this.kinds) return;
    this.kinds = kinds.join();
    const mark = (kind: string, i: number): SVGElement => {
      const fill = { fill: this.ink(kind) };
      const shape = i % 2 ? makeSvg("rect", { x: 1, y: 1, width: 8, height: 8, ...fill }) : makeSvg("circle", { cx: 5, cy: 5, r: 4.5, ...fill });
      return makeSvg("svg", { width: 10, height: 10, "aria-hidden": "true" }, shape);
    };
    this.legend.replaceChildren(...kinds.map((kind, i) => make("span", {}, mark(kind, i), kind)));
  }

  private pick(event: MouseEvent): void {
    if (!this.shown) return;
    const box = this.element.getBoundingClientRect();
    const { places, words } = this.shown;
    const far = words.map((_, i) => Math.hypot(this.plot.x(places[2 * i]!) - (event.clientX - box.left), this.plot.y(places[2 * i + 1]!) - (event.clientY - box.top)));
    const nearest = far.indexOf(Math.min(...far));
    if (far[nearest]! < NEAR_ENOUGH) this.onPick(words[nearest]!);
  }
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
