// widgets/application/shares.ts
import { make, setAttribute, setText } from "../../dom/element.js";
import { percent } from "../../lib/numbers.js";
var Shares = class {
  element;
  rows;
  constructor(label, names) {
    this.rows = names.map(
      (name) => make("li", {}, make("span", { class: "gn-name" }, name), make("span", { class: "gn-bar-room", "aria-hidden": "true" }, make("span", { class: "gn-bar-fill" })), make("span", { class: "gn-share" }))
    );
    const longest = Math.max(...names.map((name) => name.length));
    this.element = make("ul", { class: "gn-shares", "aria-label": label, style: `--gn-names: ${0.5 + 0.6 * longest}em` }, ...this.rows);
  }
  show(shares, most) {
    this.rows.forEach((row, i) => {
      row.children[1].firstElementChild.style.width = `${(100 * shares[i]).toFixed(1)}%`;
      setText(row.lastElementChild, percent(shares[i]));
      setAttribute(row, "data-most", String(i === most));
    });
  }
};
export {
  Shares
};
