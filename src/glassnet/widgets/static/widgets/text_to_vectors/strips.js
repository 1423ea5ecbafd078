// widgets/text_to_vectors/strips.ts
import { make, makeSvg, setAttribute, setText } from "../../dom/element.js";
import { signedColor } from "../../lib/colors.js";
import { css } from "../../lib/pixels.js";
import { decimal } from "../../lib/numbers.js";
var [CELL, HIGH] = [10, 18];
var Strips = class {
  element = make("dl", { class: "gn-strips" });
  rows = [];
  draw(strips, theme) {
    if (this.rows.length !== strips.length) this.build(strips.length);
    strips.forEach(({ name, values }, row) => {
      const { name: term, svg } = this.rows[row];
      const largest = Math.max(1e-9, ...values.map(Math.abs));
      setText(term, name);
      setAttribute(svg, "viewBox", `0 0 ${CELL * values.length} ${HIGH}`);
      setAttribute(svg, "aria-label", `${name}: ${values.map((value) => decimal(value, 2)).join(", ")}`);
      const cells = values.map((value, i) => {
        const cell = makeSvg("rect", { x: i * CELL, y: 0, width: CELL - 1, height: HIGH, fill: css([...signedColor(value / largest, theme)]) });
        cell.append(makeSvg("title", {}, decimal(value, 2)));
        return cell;
      });
      svg.replaceChildren(...cells);
    });
  }
  build(count) {
    this.rows.splice(0);
    this.element.replaceChildren();
    for (let i = 0; i < count; i++) {
      const row = { name: make("dt", {}), svg: makeSvg("svg", { role: "img", preserveAspectRatio: "none" }) };
      const place = make("dd", {});
      place.append(row.svg);
      this.element.append(row.name, place);
      this.rows.push(row);
    }
  }
};
export {
  Strips
};
