// widgets/hillside/nudge_view.ts
import { select } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { Plot } from "../../dom/plot.js";
import { button } from "../../dom/controls.js";
import { decimal, short } from "../../lib/numbers.js";
import { inkOf } from "../../lib/series.js";
var RUNS = [1, 0.5, 0.1, 0.01];
var DIGITS = 4;
var NudgeView = class {
  constructor(root, place, channel, curve, theme) {
    this.root = root;
    this.channel = channel;
    this.curve = curve;
    this.theme = theme;
    this.x = curve.head.start;
    this.run = curve.head.run;
    const smaller = button({ name: "smaller", label: "Smaller nudge", text: "Smaller nudge", class: "gn-button gn-main", onClick: () => this.shrink() });
    this.choice = select({
      label: "Nudge",
      help: "How far to move to the right",
      name: "run",
      options: RUNS.map((run) => ({ value: String(run), label: String(run) })),
      onInput: (run) => this.set({ run: Number(run) })
    });
    this.handle = this.whole.addHandle({
      name: "x",
      at: [this.x, 0],
      ink: inkOf(1, theme),
      words: (x) => `Triangle at x ${short(x)}`,
      onMove: (x) => this.set({ x }),
      constrain: (x) => [x, this.heightAt(x)]
    });
    const head = ["", "before", "after", "change"].map((text) => make(text ? "th" : "td", text ? { scope: "col" } : {}, text));
    place.replaceChildren(
      make("div", { class: "gn-row" }, smaller, this.choice.element),
      make("div", { class: "gn-columns" }, this.whole.element, this.near.element),
      this.words,
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, make("table", {}, make("thead", {}, make("tr", {}, ...head)), this.body))
    );
    this.set({});
  }
  root;
  channel;
  curve;
  theme;
  nudge = null;
  close_up = new Float32Array();
  x;
  run;
  words = make("p", { class: "gn-said", role: "status" });
  body = make("tbody", {});
  whole = new Plot("The curve with a small triangle on it", 260, () => this.draw());
  near = new Plot("The curve and the triangle, close up", 260, () => this.draw());
  handle;
  choice;
  retheme(theme) {
    this.theme = theme;
    this.draw();
  }
  close() {
    this.whole.close();
    this.near.close();
  }
  // From the smallest nudge it begins again with the largest.
  shrink() {
    this.set({ run: RUNS[(RUNS.indexOf(this.run) + 1) % RUNS.length] });
  }
  heightAt(x) {
    const { xs, ys } = this.curve;
    const along = Math.min(xs.length - 1.001, Math.max(0, (x - xs[0]) / (xs.at(-1) - xs[0]) * (xs.length - 1)));
    const left = Math.floor(along);
    return ys[left] + (along - left) * (ys[left + 1] - ys[left]);
  }
  set(change) {
    Object.assign(this, change);
    this.choice.show(String(this.run));
    this.channel.request("nudge", { x: this.x, run: this.run }, ({ head, arrays }) => {
      this.nudge = head;
      this.close_up = arrays[0];
      this.draw();
    });
  }
  draw() {
    const { nudge, whole, near, theme, curve, close_up } = this;
    if (!nudge || whole.width === 0) return;
    const { x, run, height, nudged, rise, ratio, slope } = nudge;
    const [ground, legs] = [inkOf(0, theme), inkOf(1, theme)];
    const triangle = [
      { xs: [x, x + run], ys: [height, height], ink: legs },
      { xs: [x + run, x + run], ys: [height, nudged], ink: legs },
      { xs: [x, x + run], ys: [height, nudged], ink: legs, dash: "5 4" }
    ];
    const { x_range, y_range } = curve.head;
    whole.draw({ x: x_range, y: y_range, xLabel: "x", yLabel: "height f(x)" }, [{ xs: curve.xs, ys: curve.ys, ink: ground }, ...triangle]);
    const half = close_up.length / 2;
    const [xs, ys] = [close_up.subarray(0, half), close_up.subarray(half)];
    const [low, high] = [Math.min(...ys), Math.max(...ys)];
    const room = 0.1 * (high - low || run);
    near.draw({ x: [xs[0], xs[half - 1]], y: [low - room, high + room], xLabel: "x, close up", yLabel: "height" }, [{ xs, ys, ink: ground }, ...triangle]);
    this.handle.set([x, height]);
    this.handle.paint(legs);
    const gap = Math.abs(ratio - slope);
    setText(
      this.words,
      `Nudge x by ${short(run)}, and the height changes by ${decimal(rise, DIGITS)}. That is ${decimal(rise, DIGITS)} / ${short(run)} = ${decimal(ratio, 2)} for each unit of x. ` + (gap < 0.2 ? `Close up, the curve is as good as a straight line: its slope here is ${decimal(slope, 2)}.` : "But between its ends the curve bends: make the nudge smaller.")
    );
    const row = (name, from, to, change) => make("tr", {}, make("th", { scope: "row" }, name), ...[from, to, change].map((text) => make("td", {}, text)));
    this.body.replaceChildren(
      row("x", decimal(x, DIGITS), decimal(x + run, DIGITS), decimal(run, DIGITS)),
      row("height f(x)", decimal(height, DIGITS), decimal(nudged, DIGITS), decimal(rise, DIGITS)),
      row("change per unit of x", "", "", decimal(ratio, DIGITS))
    );
    Object.assign(this.root.dataset, { ready: "true", view: "nudge", x: x.toFixed(3), run, ratio: ratio.toFixed(4) });
  }
};
export {
  NudgeView
};
