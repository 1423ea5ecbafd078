// widgets/image_to_numbers/number_grid.ts
import { make, setAttribute, setText } from "../../dom/element.js";
import { channelColor, css, inkOn, stepFrom } from "../../lib/pixels.js";
import { NumberLens } from "./number_lens.js";
import { placeWords, written } from "./written.js";
var MOST_LEGIBLE = 14;
var NumberGrid = class {
  constructor(channel, place, onHover, onPin) {
    this.channel = channel;
    this.place = place;
    this.onPin = onPin;
    const name = channel === "grey" ? "Pixel values" : `${channel[0].toUpperCase()}${channel.slice(1)}`;
    this.table = make("table", {
      role: "grid",
      "aria-label": channel === "grey" ? "Pixel values" : `Values of the ${channel} channel`,
      onpointerover: (event) => onHover(this.pixelOf(event.target)),
      onpointerleave: () => onHover(null),
      onfocusin: (event) => this.focused(this.pixelOf(event.target)),
      onkeydown: (event) => this.press(event)
    });
    this.lens = new NumberLens(channel, place, onPin);
    this.scroll = make("div", { class: "gn-scroll gn-numbers", role: "group", "aria-label": name }, this.table);
    this.element = make("figure", { class: "gn-channel" }, make("figcaption", { class: "gn-label" }, name), this.scroll, this.lens.element);
  }
  channel;
  place;
  onPin;
  element;
  table;
  scroll;
  lens;
  cells = [];
  numbers = null;
  lit = null;
  stop = 0;
  show(numbers) {
    const { head, levels } = numbers;
    const [rows, columns, channels] = head.shape;
    if (this.cells.length !== rows * columns) this.build(rows, columns);
    this.numbers = numbers;
    this.scroll.classList.toggle("gn-wide-numbers", head.scale === "normalised");
    this.element.classList.toggle("gn-fine", columns > MOST_LEGIBLE);
    this.cells.forEach((cell, pixel) => {
      const place = pixel * channels + this.place;
      const color = channelColor(levels[place], this.channel);
      setText(cell, written(numbers, place));
      setAttribute(cell, "style", `background:${css(color)};color:${inkOn(color)}`);
    });
    this.cells[this.stop].removeAttribute("aria-label");
    this.lens.show(numbers, this.lit ? this.cells.indexOf(this.lit) : Math.floor(rows / 2 * columns + columns / 2));
  }
  /** Highlight one value, and scroll it into view within the grid. */
  light(pixel, reveal) {
    this.lit?.classList.remove("gn-lit");
    this.lit = pixel === null ? null : this.cells[pixel] ?? null;
    this.lit?.classList.add("gn-lit");
    if (this.lit && reveal) this.reveal(this.lit);
    if (this.lit && this.numbers) this.lens.show(this.numbers, pixel);
  }
  build(rows, columns) {
    this.cells = [];
    this.lit = null;
    this.stop = 0;
    const lines = Array.from({ length: rows }, () => {
      const cells = Array.from({ length: columns }, () => make("td", { role: "gridcell", tabindex: "-1" }));
      this.cells.push(...cells);
      return make("tr", { role: "row" }, ...cells);
    });
    this.table.replaceChildren(make("tbody", { role: "rowgroup" }, ...lines));
    this.cells[0].tabIndex = 0;
    this.table.style.setProperty("--gn-columns", String(columns));
  }
  pixelOf(target) {
    const found = this.cells.indexOf(target);
    return found < 0 ? null : found;
  }
  focused(pixel) {
    if (pixel === null || !this.numbers) return;
    this.cells[this.stop].tabIndex = -1;
    this.cells[this.stop].removeAttribute("aria-label");
    this.cells[this.stop = pixel].tabIndex = 0;
    const [, side] = this.numbers.head.shape;
    this.cells[pixel].setAttribute("aria-label", `${this.cells[pixel].textContent}, ${placeWords(pixel, side)}`);
    this.onPin(pixel);
  }
  press(event) {
    const from = this.pixelOf(event.target);
    const next = from === null ? null : stepFrom(from, this.numbers.head.shape[1], event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.cells[next].focus();
  }
  reveal(cell) {
    const { scroll } = this;
    const [left, top] = [cell.offsetLeft, cell.offsetTop];
    if (left < scroll.scrollLeft) scroll.scrollLeft = left;
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    scroll.scrollLeft = Math.max(scroll.scrollLeft, left + cell.offsetWidth - scroll.clientWidth);
    scroll.scrollTop = Math.max(scroll.scrollTop, top + cell.offsetHeight - scroll.clientHeight);
  }
};
export {
  NumberGrid
};
