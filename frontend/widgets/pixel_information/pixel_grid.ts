// The pixels of a picture with a number each: click one, or move with the arrow keys.
import { make, setAttribute, setText } from "../../dom/element.ts";
import { byteOf, fractionTable, type Theme } from "../../lib/colors.ts";
import { css, inkOn, stepFrom } from "../../lib/pixels.ts";

export class PixelGrid {
  readonly element: HTMLElement;
  private cells: HTMLTableCellElement[] = [];
  private readonly table: HTMLTableElement;
  private readonly caption = make("figcaption", { class: "gn-label" });
  private readonly bar = make("div", {});
  private readonly end = make("span", {});
  private chosen = 0;

  constructor(
    private readonly name: string,
    private readonly side: number,
    private readonly onChoose: (pixel: number) => void,
  ) {
    const rows = Array.from({ length: side }, () => make("tr", { role: "row" }, ...Array.from({ length: side }, () => this.cell())));
    this.table = make("table", { class: "gn-pixel-grid", role: "grid", "aria-label": name, onkeydown: (event: KeyboardEvent) => this.press(event) }, make("tbody", { role: "rowgroup" }, ...rows));
    const scale = make("div", { class: "gn-scale", "aria-hidden": "true" }, make("span", {}, "0"), this.bar, this.end);
    this.element = make("figure", {}, this.caption, this.table, scale);
  }

  show(bits: Float32Array, pixel: number, theme: Theme): void {
    const most = Math.max(...bits);
    const colors = fractionTable(theme);
    const color = (fraction: number): [number, number, number] => {
      const word = colors[byteOf(fraction)]!; // red in the lowest byte
      return [word & 255, (word >> 8) & 255, (word >> 16) & 255];
    };
    this.chosen = pixel;
    this.cells.forEach((cell, i) => {
      const back = color(bits[i]! / most);
      setText(cell, bits[i]!.toFixed(2));
      setAttribute(cell, "style", `background:${css(back)};color:${inkOn(back)}`);
      setAttribute(cell, "aria-selected", String(i === pixel));
      setAttribute(cell, "aria-label", `${bits[i]!.toFixed(2)} bits, row ${Math.floor(i / this.side) + 1}, column ${(i % this.side) + 1}`);
      cell.tabIndex = i === pixel ? 0 : -1;
    });
    setText(this.caption, `${this.name}, bits`);
    this.bar.style.background = `linear-gradient(90deg, ${[0, 0.25, 0.5, 0.75, 1].map((part) => css(color(part))).join(", ")})`;
    setText(this.end, most.toFixed(2));
  }

  private cell(): HTMLTableCellElement {
    const cell: HTMLTableCellElement = make("td", { role: "gridcell", tabindex: "-1", onclick: () => this.onChoose(this.cells.indexOf(cell)) });
    this.cells.push(cell);
    return cell;
  }

  private press(event: KeyboardEvent): void {
    const next = stepFrom(this.chosen, this.side, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.cells[next]!.focus();
    this.onChoose(next);
  }
}
