// widgets/text_to_vectors/word_map.ts
import { make, makeSvg } from "../../dom/element.js";
import { Plot } from "../../dom/plot.js";
import { inkOf } from "../../lib/series.js";
var HEIGHT = 380;
var LETTER = 6.6;
var LINE = 13;
var EDGE = 0.95;
var NEAR_ENOUGH = 30;
var WordMap = class {
  constructor(theme, onPick) {
    this.theme = theme;
    this.onPick = onPick;
    this.plot = new Plot("Word vectors along their two principal components", HEIGHT, () => this.redraw());
    this.element = this.plot.element;
    this.element.classList.add("gn-word-map");
    this.element.append(this.names);
    this.element.addEventListener("click", (event) => this.pick(event));
  }
  theme;
  onPick;
  element;
  legend = make("p", { class: "gn-key" });
  plot;
  names = makeSvg("svg", { "aria-hidden": "true" });
  shown = null;
  kinds = "";
  retheme(theme) {
    this.theme = theme;
    this.kinds = "";
    this.redraw();
  }
  close() {
    this.plot.close();
  }
  draw(shown) {
    this.shown = shown;
    this.redraw();
  }
  redraw() {
    if (!this.shown || this.plot.width === 0) return;
    const { kinds, places, chosen, words } = this.shown;
    const dots = words.map((word, i) => {
      const at = { x: places[2 * i], y: places[2 * i + 1] };
      return { ...at, ink: this.ink(kinds[i]), square: this.place(kinds[i]) % 2 === 1, radius: chosen.includes(word) ? 6 : kinds[i] ? 4 : 2 };
    });
    const sides = [-EDGE, EDGE];
    this.plot.draw({ x: sides, y: sides, xLabel: "component 1", yLabel: "component 2" }, [], dots);
    this.drawNames();
    this.drawLegend();
  }
  // The kinds keep their order, so that each keeps its colour.
  order() {
    return [...new Set(this.shown?.kinds.filter(Boolean))].sort();
  }
  place(kind) {
    return this.order().indexOf(kind);
  }
  ink(kind) {
    return kind ? inkOf(this.place(kind), this.theme) : "var(--gn-quiet)";
  }
  drawNames() {
    const { words, kinds, places, chosen } = this.shown;
    const all = words.map((_, i) => i);
    const rank = (i) => chosen.includes(words[i]) ? chosen.indexOf(words[i]) : kinds[i] ? 100 : 200;
    const taken = [];
    const texts = [];
    for (const i of all.sort((a, b) => rank(a) - rank(b) || a - b)) {
      const picked = chosen.includes(words[i]);
      const width = LETTER * words[i].length + 4;
      const [x, y] = [this.plot.x(places[2 * i]), this.plot.y(places[2 * i + 1])];
      const boxes = this.boxesBeside(x, y, width, picked);
      const free = boxes.find((box2) => !taken.some((other) => overlap(box2, other)));
      if (!picked && !free) continue;
      const box = free ?? boxes[0];
      taken.push(box, [x - 5, y - 5, x + 5, y + 5]);
      const look = { x: box[0], y: box[1] + LINE / 2 + 4, class: picked ? "gn-picked" : "" };
      texts.push(makeSvg("text", look, words[i]));
    }
    this.names.setAttribute("viewBox", `0 0 ${this.plot.width} ${HEIGHT}`);
    this.names.replaceChildren(...texts);
  }
  // Possible positions of a label, the best first; only the labels of selected words may be anywhere but to the right.
  boxesBeside(x, y, width, anywhere) {
    const at = (left2, middle) => [left2, middle - LINE / 2, left2 + width, middle + LINE / 2];
    const [right, left] = [at(x + 8, y), at(x - 8 - width, y)];
    const sides = right[2] < this.plot.width ? [right, left] : [left];
    return anywhere ? [...sides, at(x - width / 2, y - 14), at(x - width / 2, y + 14)] : sides.slice(0, 1);
  }
  drawLegend() {
    const kinds = this.order();
    if (kinds.join() === this.kinds) return;
    this.kinds = kinds.join();
    const mark = (kind, i) => {
      const fill = { fill: this.ink(kind) };
      const shape = i % 2 ? makeSvg("rect", { x: 1, y: 1, width: 8, height: 8, ...fill }) : makeSvg("circle", { cx: 5, cy: 5, r: 4.5, ...fill });
      return makeSvg("svg", { width: 10, height: 10, "aria-hidden": "true" }, shape);
    };
    this.legend.replaceChildren(...kinds.map((kind, i) => make("span", {}, mark(kind, i), kind)));
  }
  pick(event) {
    if (!this.shown) return;
    const box = this.element.getBoundingClientRect();
    const { places, words } = this.shown;
    const far = words.map((_, i) => Math.hypot(this.plot.x(places[2 * i]) - (event.clientX - box.left), this.plot.y(places[2 * i + 1]) - (event.clientY - box.top)));
    const nearest = far.indexOf(Math.min(...far));
    if (far[nearest] < NEAR_ENOUGH) this.onPick(words[nearest]);
  }
};
function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
export {
  WordMap
};
