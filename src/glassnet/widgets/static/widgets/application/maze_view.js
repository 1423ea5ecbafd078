// widgets/application/maze_view.ts
import { make, setAttribute, setText } from "../../dom/element.js";
import { signedColor } from "../../lib/colors.js";
var ARROWS = ["↑", "→", "↓", "←"];
var ACTIONS = ["up", "right", "down", "left"];
var WORDS = { S: "start", G: "goal", "#": "wall", x: "pit", ".": "floor" };
var NEXT = { ".": "#", "#": "x", x: "." };
var STRENGTH = 0.5;
var MazeView = class {
  constructor(host) {
    this.host = host;
    this.element = make("div", {}, this.grid, this.words, make("p", { class: "gn-note" }, "Click a cell to make it a wall, a pit, or floor again. Then nothing is known of the new maze: train again."));
  }
  host;
  element;
  latest = null;
  /** The reader's own maze; null for the one that Python begins with. */
  own = null;
  cells = [];
  grid = make("div", { class: "gn-maze", role: "group", "aria-label": "The maze" });
  words = make("p", { role: "status" });
  refresh() {
    this.host.channel.request("walk_maze", this.own ? { rows: this.own } : {}, (answer) => this.show(answer));
  }
  retheme() {
    if (this.latest) this.show(this.latest);
  }
  close() {
  }
  show(answer) {
    this.latest = answer;
    const { rows, way, arrived, best, attempts } = answer.head;
    const signs = [...rows.join("")];
    if (this.cells.length === 0) this.build(signs.length, rows[0].length);
    const values = answer.arrays[0];
    signs.forEach((sign, i) => {
      const cell = this.cells[i];
      const known = best[i] >= 0 && sign !== "#" && sign !== "x" && sign !== "G";
      const [r, g, b] = signedColor(known ? STRENGTH * values[i] : 0, this.host.shell.theme);
      cell.style.background = sign === "#" ? "var(--gn-ink)" : `rgb(${r} ${g} ${b})`;
      cell.dataset["sign"] = sign;
      cell.dataset["way"] = String(attempts > 0 && way.includes(i));
      setText(cell, `${sign === "S" ? "S " : sign === "G" ? "G" : sign === "x" ? "✕" : ""}${known ? ARROWS[best[i]] : ""}`);
      const place = `Row ${Math.floor(i / rows[0].length) + 1}, column ${i % rows[0].length + 1}: ${WORDS[sign]}`;
      setAttribute(cell, "aria-label", `${place}${known ? `, best step ${ACTIONS[best[i]]}` : ""}${way.includes(i) && attempts > 0 ? ", on the way" : ""}`);
      setAttribute(cell, "aria-disabled", String(!NEXT[sign]));
    });
    const steps = way.length - 1;
    setText(this.words, attempts === 0 ? "It has not tried anything yet." : arrived ? `After ${attempts} attempts it knows a way of ${steps} steps.` : `After ${attempts} attempts it knows no way to the goal yet.`);
    Object.assign(this.host.shell.root.dataset, { arrived: String(arrived && attempts > 0), steps, attempts, maze: rows.join("/") });
  }
  build(count, width) {
    this.grid.style.setProperty("--gn-width", String(width));
    for (let i = 0; i < count; i++) this.cells.push(make("button", { type: "button", class: "gn-cell", name: `cell-${i}`, onclick: () => void this.change(i) }));
    this.grid.append(...this.cells);
  }
  async change(place) {
    const { rows } = this.latest.head;
    const width = rows[0].length;
    const signs = [...rows.join("")];
    const next = NEXT[signs[place]];
    if (!next) return;
    signs[place] = next;
    this.own = rows.map((_, row) => signs.slice(row * width, (row + 1) * width).join(""));
    await this.host.restart();
  }
};
export {
  MazeView
};
