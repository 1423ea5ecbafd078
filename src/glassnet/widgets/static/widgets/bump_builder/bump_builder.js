// widgets/bump_builder/bump_builder.ts
import { button, select, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { Plot } from "../../dom/plot.js";
import { swatch } from "../../dom/swatch.js";
import { decimal, short, whole } from "../../lib/numbers.js";
var OWN = "own";
var HEIGHT = 300;
var DRAWN = 30;
var CURVE = { ink: "var(--gn-class-0)", dash: "8 5" };
var OUTPUT = { ink: "var(--gn-class-1)", dash: "" };
var BUMP = { ink: "var(--gn-quiet)", dash: "2 3" };
var BumpBuilder = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    channel.request("open", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  opening = null;
  answer = null;
  asked = { target: "", bumps: 1, steep: 1, own: [] };
  knobs = null;
  dots = [];
  plot = new Plot("A curve, and a network of bumps", HEIGHT, () => this.draw());
  more = button({ name: "more", label: "Twice as many bumps", text: "Twice as many bumps", class: "gn-button gn-main", onClick: () => this.set({ bumps: Math.min(this.opening.most, 2 * this.asked.bumps) }) });
  error = make("p", { class: "gn-error-size", role: "status" });
  size = make("p", {});
  key = make("div", { class: "gn-key" });
  retheme() {
    this.draw();
  }
  close() {
    this.plot.close();
  }
  build(opening) {
    const { targets, target, bumps, steep, most, steepest, own } = opening;
    this.opening = opening;
    this.knobs = {
      bumps: slider({ name: "bumps", label: "Bumps", help: "How many bumps add up", min: 1, max: most, step: 1, format: whole, onInput: (value) => this.set({ bumps: value }) }),
      steep: slider({ name: "steep", label: "Steepness of their edges", help: "Weight of the hidden units, in units of one over the width of a bump", min: 1, max: steepest, step: 1, format: short, onInput: (value) => this.set({ steep: value }) }),
      target: select({ name: "target", label: "Curve", help: "What the bumps should add up to", options: targets.map(({ name, label }) => ({ value: name, label })), onInput: (value) => this.set({ target: value }) })
    };
    const { bumps: number, steep: edges, target: curve } = this.knobs;
    this.shell.root.append(make("div", { class: "gn-row" }, this.more, curve.element), make("div", { class: "gn-row" }, number.element, edges.element), this.plot.element, this.key, this.error, this.size);
    const named = ([text, { ink, dash }]) => make("span", {}, swatch(ink, dash), text);
    this.key.replaceChildren(...[["curve", CURVE], ["network", OUTPUT], ["one bump", BUMP]].map(named));
    this.asked = { target, bumps, steep, own: [...own] };
    this.set({});
  }
  set(change) {
    this.asked = { ...this.asked, ...change };
    this.channel.request("build", this.asked, (answer) => {
      this.answer = answer;
      this.draw();
    });
  }
  // The dots of an own curve are there only while it is chosen.
  placeDots(knots) {
    const own = this.asked.target === OWN;
    while (!own && this.dots.length > 0) this.plot.removeHandle(this.dots.pop());
    while (own && this.dots.length < knots.length) this.dots.push(this.addDot(this.dots.length, knots[this.dots.length]));
    this.dots.forEach((dot, i) => dot.at = [knots[i], this.asked.own[i]]);
  }
  addDot(place, x) {
    return this.plot.addHandle({
      name: `dot-${place}`,
      at: [x, 0],
      ink: CURVE.ink,
      words: (at, height) => `Curve at ${short(at)}: ${short(height)}`,
      constrain: (_, height) => [x, Math.min(1.5, Math.max(-0.5, height))],
      onMove: (_, height) => this.set({ own: this.asked.own.map((old, i) => i === place ? height : old) })
    });
  }
  draw() {
    const { answer, opening, plot } = this;
    if (!answer || !opening || plot.width === 0) return;
    const { head, arrays } = answer;
    const [x, curve, output, bumps] = arrays;
    const line = (ys, { ink, dash }, thin = false) => ({ xs: x, ys, ink, dash, thin });
    const single = head.bumps > DRAWN ? [] : Array.from({ length: head.bumps }, (_, i) => line(bumps.subarray(i * x.length, (i + 1) * x.length), BUMP, true));
    this.placeDots(opening.knots);
    plot.draw({ x: [0, 1], y: [-0.2, 1.2], xLabel: "x", yLabel: "output" }, [...single, line(curve, CURVE), line(output, OUTPUT)]);
    const bumpsInWords = `${whole(head.bumps)} bump${head.bumps === 1 ? "" : "s"}`;
    plot.relabel(`The curve, ${bumpsInWords}, and their sum: at most ${decimal(head.largest, 3)} away from the curve`);
    this.knobs.bumps.show(head.bumps);
    this.knobs.steep.show(this.asked.steep);
    this.knobs.target.show(head.target);
    setText(this.error, `Largest error ${decimal(head.largest, 3)} · mean error ${decimal(head.mean, 3)}`);
    setText(this.size, `${bumpsInWords} · 2 = ${whole(head.units)} sigmoid units; ${whole(2 * head.units)} weights, ${whole(head.units)} biases and 1 of the output: ${whole(head.parameters)} parameters.`);
    Object.assign(this.shell.root.dataset, { ready: "true", target: head.target, bumps: head.bumps, largest: head.largest });
  }
};
export {
  BumpBuilder
};
