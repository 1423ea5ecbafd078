// widgets/pixel_information/pixel_grid.ts
import { make, setAttribute, setText } from "../../dom/element.js";
import { byteOf, fractionTable } from "../../lib/colors.js";
import { css, inkOn, stepFrom } from "../../lib/pixels.js";
var PixelGrid = class {
  constructor(name, side, onChoose) {
    this.name = name;
    this.side = side;
    this.onChoose = onChoose;
    const rows = Array.from({ length: side }, () => make("tr", { role: "row" }, ...Array.from({ length: side }, () => this.cell())));
    this.table = make("table", { class: "gn-pixel-grid", role: "grid", "aria-label": name, onkeydown: (event) => this.press(event) }, make("tbody", { role: "rowgroup" }, ...rows));
    const scale = make("div", { class: "gn-scale", "aria-hidden": "true" }, make("span", {}, "0"), this.bar, this.end);
    this.element = make("figure", {}, this.caption, this.table, scale);
  }
  name;
  side;
  onChoose;
  element;
  cells = [];
  table;
  caption = make("figcaption", { class: "gn-label" });
  bar = make("div", {});
  end = make("span", {});
  chosen = 0;
  show(bits, pixel, theme) {
    const most = Math.max(...bits);
    const colors = fractionTable(theme);
    const color = (fraction) => {
      const word = colors[byteOf(fraction)];
      return [word & 255, word >> 8 & 255, word >> 16 & 255];
    };
    this.chosen = pixel;
    this.cells.forEach((cell, i) => {
      const back = color(bits[i] / most);
      setText(cell, bits[i].toFixed(2));
      setAttribute(cell, "style", `background:${css(back)};color:${inkOn(back)}`);
      setAttribute(cell, "aria-selected", String(i === pixel));
      setAttribute(cell, "aria-label", `${bits[i].toFixed(2)} bits, row ${Math.floor(i / this.side) + 1}, column ${i % this.side + 1}`);
      cell.tabIndex = i === pixel ? 0 : -1;
    });
    setText(this.caption, `${this.name}, bits`);
    this.bar.style.background = `linear-gradient(90deg, ${[0, 0.25, 0.5, 0.75, 1].map((part) => css(color(part))).join(", ")})`;
    setText(this.end, most.toFixed(2));
  }
  cell() {
    const cell = make("td", { role: "gridcell", tabindex: "-1", onclick: () => this.onChoose(this.cells.indexOf(cell)) });
    this.cells.push(cell);
    return cell;
  }
  press(event) {
    const next = stepFrom(this.chosen, this.side, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.cells[next].focus();
    this.onChoose(next);
  }
};
export {
  PixelGrid
};
