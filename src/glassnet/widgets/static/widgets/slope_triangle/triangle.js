// widgets/slope_triangle/triangle.ts
import { button, select } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { Plot } from "../../dom/plot.js";
import { decimal, minusText, short, whole } from "../../lib/numbers.js";
var HEIGHT = 280;
var SMALLER = "Ten times smaller";
var AGAIN = "Start again";
var TriangleView = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    channel.request("open", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  curve = "";
  curves = [];
  widths = [];
  view = null;
  points = [[], []];
  near = [[], []];
  triangle = null;
  x = 0;
  width = 0;
  whole = new Plot("The curve with the triangle", HEIGHT, () => this.draw());
  lens = new Plot("The surroundings of the triangle, magnified", HEIGHT, () => this.draw());
  caption = make("figcaption", { class: "gn-label" });
  words = make("p", { role: "status" });
  body = make("tbody", {});
  slope = make("p", {});
  smaller = button({ name: "smaller", label: SMALLER, text: SMALLER, class: "gn-button gn-main", onClick: () => this.shrink() });
  handle = this.whole.addHandle({
    name: "place",
    at: [0, 0],
    words: (x) => `Triangle at ${short(x)}`,
    onMove: (x) => {
      this.x = x;
      this.ask();
    }
  });
  retheme() {
    this.draw();
  }
  close() {
    this.whole.close();
    this.lens.close();
  }
  build({ curves, curve, widths }) {
    [this.curves, this.widths] = [curves, widths];
    const kinds = select({
      label: "Curve",
      help: "The curve whose slope is measured",
      name: "curve",
      options: curves.map(({ name, label }) => ({ value: name, label })),
      onInput: (name) => this.choose(name)
    });
    kinds.show(curve);
    const head = ["to the right", "up", "up / right"].map((text) => make("th", { scope: "col" }, text));
    const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), this.body);
    this.shell.root.append(
      make("div", { class: "gn-row" }, kinds.element, this.smaller),
      make(
        "div",
        { class: "gn-columns" },
        make("figure", {}, make("figcaption", { class: "gn-label" }, "The curve: drag the dot"), this.whole.element),
        make("figure", {}, this.caption, this.lens.element)
      ),
      this.words,
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, table),
      this.slope
    );
    this.choose(curve);
  }
  choose(curve) {
    this.curve = curve;
    this.channel.request("draw", { curve }, ({ head, arrays }) => {
      this.view = head;
      this.points = [arrays[0], arrays[1]];
      [this.x, this.width] = [head.at, 0];
      this.ask();
    });
  }
  shrink() {
    this.width = (this.width + 1) % this.widths.length;
    this.ask();
  }
  ask() {
    this.channel.request("nudge", { curve: this.curve, x: this.x, width: this.width }, ({ head, arrays }) => {
      this.triangle = head;
      this.near = [arrays[0], arrays[1]];
      this.write(head);
      this.draw();
    });
  }
  write({ x, width, rise, ratios, slope }) {
    const last = this.width === this.widths.length - 1;
    setText(this.smaller.firstElementChild, last ? AGAIN : SMALLER);
    this.smaller.title = last ? AGAIN : SMALLER;
    setText(this.words, `From ${short(x)} to ${minusText(String(Number((x + width).toPrecision(6))))}: ${short(width)} to the right, ${signed(rise)} up.`);
    const rows = ratios.slice(0, this.width + 1).map((ratio, i) => {
      const right = this.widths[i];
      const cells = [make("td", { class: "gn-across" }, short(right)), make("td", { class: "gn-up" }, signed(right * ratio)), make("td", {}, decimal(ratio, 4))];
      return make("tr", { "data-now": String(i === this.width) }, ...cells);
    });
    this.body.replaceChildren(...rows);
    setText(this.slope, last ? `The smaller the step, the nearer the ratio comes to ${decimal(slope, 3)}: the slope at ${short(x)}.` : "Make the triangle smaller, and watch the last column.");
    Object.assign(this.shell.root.dataset, { ready: "true", at: x, width, ratio: ratios[this.width], slope, curve: this.curve });
  }
  draw() {
    const { triangle, view } = this;
    if (!triangle || !view) return;
    const { x, height, width, rise, slope } = triangle;
    const curve = { xs: this.points[0], ys: this.points[1], ink: "var(--gn-ink)" };
    const legs = [
      { xs: [x, x + width], ys: [height, height], ink: "var(--gn-class-1)" },
      { xs: [x + width, x + width], ys: [height, height + rise], ink: "var(--gn-class-0)" }
    ];
    const [low, high] = view.x_range;
    const line = { xs: [low, high], ys: [height + slope * (low - x), height + slope * (high - x)], ink: "var(--gn-quiet)", dash: "5 5", thin: true };
    const label = this.curves.find(({ name }) => name === this.curve)?.label ?? "";
    this.whole.relabel(`${label}, with a triangle at ${short(x)} and the straight line with the slope ${short(slope)}`);
    this.handle.at = [x, height];
    this.whole.draw({ x: view.x_range, y: view.y_range, xLabel: view.x_label, yLabel: view.y_label }, [line, curve, ...legs]);
    const window = [x - 1.5 * width, x + 2.5 * width];
    const tall = Math.max(Math.abs(rise), 0.5 * width) * 1.3;
    const tops = rise < 0 ? [height - tall, height + 0.6 * tall] : [height - 0.6 * tall, height + tall];
    setText(this.caption, width === this.widths[0] ? "The triangle" : `The same, ${whole(this.widths[0] / width)} times as large`);
    this.lens.draw({ x: window, y: tops, xLabel: view.x_label, yLabel: view.y_label }, [{ xs: this.near[0], ys: this.near[1], ink: "var(--gn-ink)" }, ...legs]);
  }
};
function signed(value) {
  return minusText(String(Number(value.toPrecision(4))));
}
export {
  TriangleView
};
