// The numbers around one pixel, large: on a phone, the digits of a fine grid would be too small to read.
import { make, setAttribute, setText } from "../../dom/element.ts";
import { channelColor, css, inkOn, type ChannelName } from "../../lib/pixels.ts";
import { written, type Numbers } from "./written.ts";

/** Pixels shown to each side. */
const REACH = 3;
const SIDE = 2 * REACH + 1;

export class NumberLens {
  private readonly cells: HTMLTableCellElement[] = [];
  private pixels: number[] = [];
  readonly element: HTMLElement;

  constructor(
    private readonly channel: ChannelName,
    private readonly place: number,
    onPin: (pixel: number) => void,
  ) {
    const rows = Array.from({ length: SIDE }, (_, row) =>
      make("tr", {}, ...Array.from({ length: SIDE }, (_, column) => this.cell(row * SIDE + column, onPin))),
    );
    this.element = make("div", { class: "gn-lens", "aria-hidden": "true" }, make("p", { class: "gn-label" }, "Around the chosen pixel"), make("table", {}, make("tbody", {}, ...rows)));
  }

  /** Show the surroundings of a pixel; at the border, those of the nearest pixel that has some on all sides. */
  show(numbers: Numbers, pixel: number): void {
    const { head, levels } = numbers;
    const [rows, columns, channels] = head.shape;
    if (Math.min(rows, columns) < SIDE) return;
    const within = (at: number, count: number): number => Math.min(Math.max(at, REACH), count - 1 - REACH);
    const [top, left] = [within(Math.floor(pixel / columns), rows) - REACH, within(pixel % columns, columns) - REACH];
    this.pixels = this.cells.map((_, i) => (top + Math.floor(i / SIDE)) * columns + left + (i % SIDE));
    this.cells.forEach((cell, i) => {
      const place = this.pixels[i]! * channels + this.place;
      const color = channelColor(levels[place]!, this.channel);
      setText(cell, written(numbers, place));
      setAttribute(cell, "style", `background:${css(color)};color:${inkOn(color)}`);
      cell.classList.toggle("gn-lit", this.pixels[i] === pixel);
    });
  }

  private cell(at: number, onPin: (pixel: number) => void): HTMLTableCellElement {
    const cell = make("td", { onclick: () => this.pixels[at] !== undefined && onPin(this.pixels[at]) });
    this.cells.push(cell);
    return cell;
  }
}
