// A bar for each class: how much of 100 % the network gives it.
import { make, setAttribute, setText } from "../../dom/element.ts";
import { percent } from "../../lib/numbers.ts";

export class Shares {
  readonly element: HTMLElement;
  private readonly rows: HTMLElement[];

  constructor(label: string, names: readonly string[]) {
    this.rows = names.map((name) =>
      make("li", {}, make("span", { class: "gn-name" }, name), make("span", { class: "gn-bar-room", "aria-hidden": "true" }, make("span", { class: "gn-bar-fill" })), make("span", { class: "gn-share" })),
    );
    const longest = Math.max(...names.map((name) => name.length));
    this.element = make("ul", { class: "gn-shares", "aria-label": label, style: `--gn-names: ${0.5 + 0.6 * longest}em` }, ...this.rows);
  }

  show(shares: ArrayLike<number>, most: number): void {
    this.rows.forEach((row, i) => {
      (row.children[1]!.firstElementChild as HTMLElement).style.width = `${(100 * shares[i]!).toFixed(1)}%`;
      setText(row.lastElementChild!, percent(shares[i]!));
      setAttribute(row, "data-most", String(i === most));
    });
  }
}
