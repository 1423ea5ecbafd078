// Vectors as coloured strips, one cell a number: where two of them agree, and how a sum of words comes about.
import { make, makeSvg, setAttribute, setText } from "../../dom/element.ts";
import { signedColor, type Theme } from "../../lib/colors.ts";
import { css } from "../../lib/pixels.ts";
import { decimal } from "../../lib/numbers.ts";

/** The largest of its numbers has the strongest colour: orange below 0, blue above. */
export interface Strip {
  name: string;
  values: readonly number[];
}

const [CELL, HIGH] = [10, 18];

export class Strips {
  readonly element = make("dl", { class: "gn-strips" });
  private readonly rows: { name: HTMLElement; svg: SVGSVGElement }[] = [];

  draw(strips: readonly Strip[], theme: Theme): void {
    if (this.rows.length !== strips.length) this.build(strips.length);
    strips.forEach(({ name, values }, row) => {
      const { name: term, svg } = this.rows[row]!;
      const largest = Math.max(1e-9, ...values.map(Math.abs));
      setText(term, name);
      setAttribute(svg, "viewBox", `0 0 ${CELL * values.length} ${HIGH}`);
      setAttribute(svg, "aria-label", `${name}: ${values.map((value) => decimal(value, 2)).join(", ")}`);
      const cells = values.map((value, i) => {
        const cell = makeSvg("rect", { x: i * CELL, y: 0, width: CELL - 1, height: HIGH, fill: css([...signedColor(value / largest, theme)] as [number, number, number]) });
        cell.append(makeSvg("title", {}, decimal(value, 2)));
        return cell;
      });
      svg.replaceChildren(...cells);
    });
  }

  private build(count: number): void {
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
}
