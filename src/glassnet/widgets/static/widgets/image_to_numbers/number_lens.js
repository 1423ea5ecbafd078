// widgets/image_to_numbers/number_lens.ts
import { make, setAttribute, setText } from "../../dom/element.js";
import { channelColor, css, inkOn } from "../../lib/pixels.js";
import { written } from "./written.js";
var REACH = 3;
var SIDE = 2 * REACH + 1;
var NumberLens = class {
  constructor(channel, place, onPin) {
    this.channel = channel;
    this.place = place;
    const rows = Array.from(
      { length: SIDE },
      (_, row) => make("tr", {}, ...Array.from({ length: SIDE }, (_2, column) => this.cell(row * SIDE + column, onPin)))
    );
    this.element = make("div", { class: "gn-lens", "aria-hidden": "true" }, make("p", { class: "gn-label" }, "Around the chosen pixel"), make("table", {}, make("tbody", {}, ...rows)));
  }
  channel;
  place;
  cells = [];
  pixels = [];
  element;
  /** Show the surroundings of a pixel; at the border, those of the nearest pixel that has some on all sides. */
  show(numbers, pixel) {
    const { head, levels } = numbers;
    const [rows, columns, channels] = head.shape;
    if (Math.min(rows, columns) < SIDE) return;
    const within = (at, count) => Math.min(Math.max(at, REACH), count - 1 - REACH);
    const [top, left] = [within(Math.floor(pixel / columns), rows) - REACH, within(pixel % columns, columns) - REACH];
    this.pixels = this.cells.map((_, i) => (top + Math.floor(i / SIDE)) * columns + left + i % SIDE);
    this.cells.forEach((cell, i) => {
      const place = this.pixels[i] * channels + this.place;
      const color = channelColor(levels[place], this.channel);
      setText(cell, written(numbers, place));
      setAttribute(cell, "style", `background:${css(color)};color:${inkOn(color)}`);
      cell.classList.toggle("gn-lit", this.pixels[i] === pixel);
    });
  }
  cell(at, onPin) {
    const cell = make("td", { onclick: () => this.pixels[at] !== void 0 && onPin(this.pixels[at]) });
    this.cells.push(cell);
    return cell;
  }
};
export {
  NumberLens
};
