// widgets/principal_axes/cloud.ts
import { button } from "../../dom/controls.js";
import { make, makeSvg, setAttribute, setText } from "../../dom/element.js";
import { minusText, percent } from "../../lib/numbers.js";
import { PlayLoop } from "../../lib/play.js";
import { along, between, project } from "./space.js";
var FIND = "Find the principal axis";
var SECOND = "Show the second axis";
var AGAIN = "Start again";
var TURN_MS = 150;
var KEY_TURN = 0.12;
var REACH = 3;
var CloudView = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.stage = this.makeStage();
    this.shadows.checked = true;
    shell.root.append(
      make("div", { class: "gn-row" }, this.main, make("label", { class: "gn-check" }, this.shadows, "Lines to the axis")),
      this.stage,
      make("p", { class: "gn-label" }, "The shadows of all points on the axis"),
      make("div", { class: "gn-shadows" }, this.strip),
      this.words,
      this.recipe,
      make("p", { class: "gn-note" }, "Drag the cloud to turn it, or use the arrow keys.")
    );
    channel.request("open", {}, ({ head, arrays: [points, axes, second] }) => {
      this.head = head;
      [this.points, this.axes] = [triples(points), triples(axes)];
      this.second = triples(second)[0];
      this.draw();
      this.write();
    });
  }
  shell;
  head = null;
  points = [];
  axes = [];
  second = [0, 0, 1];
  /** How many turns the axis has made, with a fraction while it moves. */
  turn = 0;
  two = false;
  began = null;
  eye = { turn: -0.35, tilt: 0.3 };
  svg = makeSvg("svg", { viewBox: "-200 -170 400 340", "aria-hidden": "true" });
  strip = makeSvg("svg", { viewBox: "-200 -20 400 58", role: "img" });
  stage;
  words = make("p", { role: "status" });
  recipe = make("p", { class: "gn-note" });
  shadows = make("input", { type: "checkbox", name: "shadows", onchange: () => this.draw() });
  main = button({ name: "find", label: FIND, text: FIND, class: "gn-button gn-main", onClick: () => this.press() });
  loop = new PlayLoop({ turn: (now) => this.turnOn(now), changed: () => this.write() });
  retheme() {
    this.draw();
  }
  close() {
    this.loop.pause();
  }
  makeStage() {
    const stage = make(
      "div",
      {
        class: "gn-turning",
        role: "img",
        tabindex: "0",
        "aria-label": "A cloud of points with an axis; arrow keys turn it",
        onpointerdown: (event) => stage.setPointerCapture(event.pointerId),
        onpointermove: (event) => {
          if (stage.hasPointerCapture(event.pointerId)) this.rotate(event.movementX / 120, event.movementY / 160);
        },
        onkeydown: (event) => this.pressKey(event)
      },
      this.svg
    );
    return stage;
  }
  pressKey(event) {
    const turns = { ArrowLeft: [-KEY_TURN, 0], ArrowRight: [KEY_TURN, 0], ArrowUp: [0, -KEY_TURN], ArrowDown: [0, KEY_TURN] };
    const turn = turns[event.key];
    if (!turn) return;
    event.preventDefault();
    event.stopPropagation();
    this.rotate(...turn);
  }
  rotate(turn, tilt) {
    this.eye = { turn: this.eye.turn + turn, tilt: Math.min(1.5, Math.max(-1.5, this.eye.tilt + tilt)) };
    this.draw();
  }
  get last() {
    return this.axes.length - 1;
  }
  press() {
    if (!this.head || this.loop.playing) return;
    if (this.turn < this.last) return this.start();
    this.two = !this.two;
    if (!this.two) this.turn = 0;
    this.draw();
    this.write();
  }
  start() {
    this.began = null;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.turn = this.last;
    else this.loop.play();
    this.draw();
    this.write();
  }
  turnOn(now) {
    this.began ??= now;
    this.turn = Math.min(this.last, (now - this.began) / TURN_MS);
    this.draw();
    this.write();
    return this.turn < this.last;
  }
  get axis() {
    const from = Math.floor(this.turn);
    return between(this.axes[from], this.axes[Math.min(from + 1, this.last)], this.turn - from);
  }
  get share() {
    const spread = variance(this.points.map((point) => along(point, this.axis)));
    return spread / this.axes[0].reduce((sum, _, i) => sum + variance(this.points.map((point) => point[i])), 0);
  }
  write() {
    const { head, axis, share } = this;
    if (!head) return;
    const found = this.turn === this.last;
    const label = !found ? FIND : this.two ? AGAIN : SECOND;
    setText(this.main.firstElementChild, label);
    this.main.title = label;
    const kept = percent(share);
    const sum = percent(share + head.second);
    const both = `The principal axis keeps ${kept} of the variance, the second, at a right angle to it, ${percent(head.second)}: a flat sheet keeps ${sum}.`;
    setText(this.words, this.two ? both : `${found ? "The principal axis" : "This axis"} keeps ${kept} of the variance.`);
    setText(this.recipe, `Place on the axis = ${head.measurements.map((name, i) => `${minusText(axis[i].toFixed(2))} · ${name}`).join(" + ").replaceAll("+ −", "− ")}`);
    Object.assign(this.shell.root.dataset, { ready: "true", share: share.toFixed(4), turn: this.turn.toFixed(2), second: String(this.two) });
  }
  draw() {
    if (!this.head) return;
    const { eye, axis, points } = this;
    const seen = points.map((point) => project(point, eye)).map((spot, i) => ({ spot, i }));
    seen.sort((a, b) => a.spot.depth - b.spot.depth);
    const lines = this.shadows.checked ? points.map((point) => this.shadowLine(point, axis)) : [];
    const dots = seen.map(({ spot }) => makeSvg("circle", { cx: spot.x, cy: spot.y, r: 3 + 0.5 * spot.depth, fill: "var(--gn-series-1, var(--gn-class-1))", opacity: 0.75 }));
    const bars = [this.axisLine(axis, "var(--gn-class-0)", 4), ...this.two ? [this.axisLine(this.second, "var(--gn-test)", 3)] : []];
    this.svg.replaceChildren(...this.frame(), ...lines, ...dots, ...bars);
    this.drawStrip(points.map((point) => along(point, axis)));
  }
  frame() {
    return this.head.measurements.flatMap((name, i) => {
      const end = [0, 0, 0].map((_, j) => i === j ? REACH : 0);
      const [from, to] = [project(scaled(end, -1), this.eye), project(end, this.eye)];
      return [
        makeSvg("path", { d: `M${from.x} ${from.y}L${to.x} ${to.y}`, stroke: "var(--gn-line)", "stroke-width": 1.5 }),
        makeSvg("text", { x: to.x, y: to.y - 6, "text-anchor": "middle" }, name)
      ];
    });
  }
  shadowLine(point, axis) {
    const [from, to] = [project(point, this.eye), project(scaled(axis, along(point, axis)), this.eye)];
    return makeSvg("path", { d: `M${from.x} ${from.y}L${to.x} ${to.y}`, stroke: "var(--gn-quiet)", "stroke-width": 0.6, opacity: 0.6 });
  }
  axisLine(axis, stroke, width) {
    const [from, to] = [project(scaled(axis, -REACH), this.eye), project(scaled(axis, REACH), this.eye)];
    return makeSvg("path", { d: `M${from.x} ${from.y}L${to.x} ${to.y}`, stroke, "stroke-width": width, "stroke-linecap": "round" });
  }
  drawStrip(places) {
    const step = 36;
    const marks = places.map((place) => makeSvg("path", { d: `M${place * step} -14v20`, stroke: "var(--gn-class-1)", "stroke-width": 1.5, opacity: 0.5 }));
    const ticks = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((tick) => makeSvg("text", { x: tick * step, y: 26, "text-anchor": "middle" }, minusText(String(tick))));
    this.strip.replaceChildren(makeSvg("path", { d: "M-190 8H190", stroke: "var(--gn-class-0)", "stroke-width": 3 }), ...marks, ...ticks);
    const width = Math.sqrt(variance(places)).toFixed(2);
    setAttribute(this.strip, "aria-label", `The shadows on the axis, from −5 to 5; their standard deviation is ${width}`);
  }
};
function triples(values) {
  return Array.from({ length: values.length / 3 }, (_, i) => [values[3 * i], values[3 * i + 1], values[3 * i + 2]]);
}
function scaled(vector, factor) {
  return vector.map((part) => factor * part);
}
function variance(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
export {
  CloudView
};
