// The values of one channel as a grid: hover or focus highlights one, arrow keys move from one to the next.
import { make, setAttribute, setText } from "../../dom/element.ts";
import { channelColor, css, inkOn, stepFrom, type ChannelName } from "../../lib/pixels.ts";
import { NumberLens } from "./number_lens.ts";
import { placeWords, written, type Numbers } from "./written.ts";

/** With more columns, a phone shows the grid as colours, and the numbers around the chosen pixel below it. */
const MOST_LEGIBLE = 14;

export class NumberGrid {
  readonly element: HTMLElement;
  private readonly table: HTMLTableElement;
  private readonly scroll: HTMLElement;
  private readonly lens: NumberLens;
  private cells: HTMLTableCellElement[] = [];
  private numbers: Numbers | null = null;
  private lit: HTMLTableCellElement | null = null;
  private stop = 0;

  constructor(
    private readonly channel: ChannelName,
    private readonly place: number,
    onHover: (pixel: number | null) => void,
    private readonly onPin: (pixel: number) => void,
  ) {
    const name = channel === "grey" ? "Pixel values" : `${channel[0]!.toUpperCase()}${channel.slice(1)}`;
    this.table = make("table", {
      role: "grid",
      "aria-label": channel === "grey" ? "Pixel values" : `Values of the ${channel} channel`,
      onpointerover: (event: PointerEvent) => onHover(this.pixelOf(event.target)),
      onpointerleave: () => onHover(null),
      onfocusin: (event: FocusEvent) => this.focused(this.pixelOf(event.target)),
      onkeydown: (event: KeyboardEvent) => this.press(event),
    });
    this.lens = new NumberLens(channel, place, onPin);
    this.scroll = make("div", { class: "gn-scroll gn-numbers", role: "group", "aria-label": name }, this.table);
    this.element = make("figure", { class: "gn-channel" }, make("figcaption", { class: "gn-label" }, name), this.scroll, this.lens.element);
  }

  show(numbers: Numbers): void {
    const { head, levels } = numbers;
    const [rows, columns, channels] = head.shape;
    if (this.cells.length !== rows * columns) this.build(rows, columns);
    this.numbers = numbers;
    this.scroll.classList.toggle("gn-wide-numbers", head.scale === "normalised");
    this.element.classList.toggle("gn-fine", columns > MOST_LEGIBLE);
    this.cells.forEach((cell, pixel) => {
      const place = pixel * channels + this.place;
      const color = channelColor(levels[place]!, this.channel);
      setText(cell, written(numbers, place));
      setAttribute(cell, "style", `background:${css(color)};color:${inkOn(color)}`);
    });
    this.cells[this.stop]!.removeAttribute("aria-label"); // it named the previous value
    this.lens.show(numbers, this.lit ? this.cells.indexOf(this.lit) : Math.floor((rows / 2) * columns + columns / 2));
  }

  /** Highlight one value, and scroll it into view within the grid. */
  light(pixel: number | null, reveal: boolean): void {
    this.lit?.classList.remove("gn-lit");
    this.lit = pixel === null ? null : (this.cells[pixel] ?? null);
    this.lit?.classList.add("gn-lit");
    if (this.lit && reveal) this.reveal(this.lit);
    if (this.lit && this.numbers) this.lens.show(this.numbers, pixel!);
  }

  private build(rows: number, columns: number): void {
    this.cells = [];
    this.lit = null;
    this.stop = 0;
    const lines = Array.from({ length: rows }, () => {
      const cells = Array.from({ length: columns }, () => make("td", { role: "gridcell", tabindex: "-1" }));
      this.cells.push(...cells);
      return make("tr", { role: "row" }, ...cells);
    });
    this.table.replaceChildren(make("tbody", { role: "rowgroup" }, ...lines));
    this.cells[0]!.tabIndex = 0;
    this.table.style.setProperty("--gn-columns", String(columns)); // with a known width the browser needn't measure every cell
  }

  private pixelOf(target: EventTarget | null): number | null {
    const found = this.cells.indexOf(target as HTMLTableCellElement);
    return found < 0 ? null : found;
  }

  private focused(pixel: number | null): void {
    if (pixel === null || !this.numbers) return;
    this.cells[this.stop]!.tabIndex = -1;
    this.cells[this.stop]!.removeAttribute("aria-label");
    this.cells[(this.stop = pixel)]!.tabIndex = 0;
    const [, side] = this.numbers.head.shape;
    this.cells[pixel]!.setAttribute("aria-label", `${this.cells[pixel]!.textContent}, ${placeWords(pixel, side)}`);
    this.onPin(pixel);
  }

  private press(event: KeyboardEvent): void {
    const from = this.pixelOf(event.target);
    const next = from === null ? null : stepFrom(from, this.numbers!.head.shape[1], event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.cells[next]!.focus();
  }

  private reveal(cell: HTMLTableCellElement): void {
    const { scroll } = this;
    const [left, top] = [cell.offsetLeft, cell.offsetTop];
    if (left < scroll.scrollLeft) scroll.scrollLeft = left;
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    scroll.scrollLeft = Math.max(scroll.scrollLeft, left + cell.offsetWidth - scroll.clientWidth);
    scroll.scrollTop = Math.max(scroll.scrollTop, top + cell.offsetHeight - scroll.clientHeight);
  }
}
