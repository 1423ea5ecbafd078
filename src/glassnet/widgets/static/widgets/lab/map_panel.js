// widgets/lab/map_panel.ts
import { make, setAttribute, setText } from "../../dom/element.js";
import { ink } from "../../dom/ink.js";
import { Plane } from "../../dom/plane.js";
import { asPng } from "../../lib/download.js";
import { columnSizes } from "../../lib/network.js";
import { decimal, short } from "../../lib/numbers.js";
import { linearScale } from "../../lib/scales.js";
import { makeDrawTools } from "./draw_tools.js";
import { MapField } from "./map_field.js";
import { unitName } from "./words.js";
var SNAPSHOT_SIDE = 800;
var TICKS = [-2, -1, 0, 1, 2];
var LEGEND = ["class 0", "class 1", "class 2", "class 3", "class 4", "class 5"];
var MapPanel = class {
  constructor(session, drawing, onPoint, redraw) {
    this.drawing = drawing;
    this.plane = new Plane(redraw);
    this.field = new MapField({ look: (x) => session.lookAt(x), mode: () => this.mode(), choose: (place2) => this.choose(place2, onPoint), drawing });
    this.tools = makeDrawTools(drawing);
    this.field.element.append(this.plane.element, this.cross, this.lit);
    this.element = make(
      "section",
      { class: "gn-map" },
      make("div", { class: "gn-row" }, this.title, this.ramp),
      make("div", { class: "gn-plot" }, makeAxis("gn-up", this.up, [...TICKS].reverse()), this.field.element, makeAxis("gn-across", make("em", {}, "x₁"), TICKS)),
      make("div", { class: "gn-legend" }, ...this.keys, make("span", { class: "gn-key gn-key-train" }, "training"), make("span", { class: "gn-key gn-key-test" }, "test")),
      this.tools,
      this.caption
    );
  }
  drawing;
  element;
  plane;
  field;
  tools;
  cross = make("span", { class: "gn-cross", hidden: true });
  lit = make("span", { class: "gn-cross gn-lit-point", hidden: true });
  title = make("h2", {}, "Output");
  low = make("span");
  high = make("span");
  ramp = make("span", { class: "gn-ramp-row" }, this.low, make("span", { class: "gn-ramp" }), this.high);
  caption = make("p", { class: "gn-caption" });
  up = make("em", {}, "x₂");
  keys = LEGEND.map((name, i) => make("span", { class: `gn-key gn-key-${i}` }, name));
  scene = null;
  draw(scene2) {
    this.scene = scene2;
    this.drawPicture(scene2);
    this.drawMarks(scene2);
    this.drawWords(scene2);
  }
  close() {
    this.plane.close();
  }
  /** The map as a PNG file. */
  picture() {
    return asPng(this.plane.snapshot(SNAPSHOT_SIDE, ink("page", this.scene.look.theme)));
  }
  mode() {
    const scene2 = this.scene;
    if (scene2?.level === "build" && scene2.spec.data === "own") return "draw";
    return scene2?.level === "look" ? "choose" : "look";
  }
  drawPicture({ frame, focus, look, session }) {
    const sizes = columnSizes(frame.layers);
    const points = session.points;
    const targets = frame.task.kind === "values" ? { kind: "values", scale: frame.map_scale ?? 1 } : { kind: "classes" };
    const hidden = focus?.kind === "unit" && focus.column < sizes.length - 1;
    if (hidden && frame.units) {
      const index = unitIndex(sizes, focus.column, focus.unit);
      const size = frame.units.length / frame.unit_scales.length;
      this.plane.drawPicture(frame.units.subarray(index * size, (index + 1) * size), look.signed);
      const scale = short(frame.unit_scales[index]);
      this.describe(unitName(frame, focus.column, focus.unit), `−${scale}`, `+${scale}`);
    } else if (frame.curve) {
      if (points) this.plane.drawCurve(frame.curve, points, frame.domain, look.theme, targets);
      return this.describe("Output", "", "");
    } else if (frame.map) this.drawOutput(scene(frame), frame.map, look);
    if (points) this.plane.drawPoints(points, frame.domain, look.theme, targets);
  }
  drawOutput({ kind, scale, classes }, map, look) {
    if (kind === "many" && classes) this.plane.drawClasses(map, classes, look.classes);
    else this.plane.drawPicture(map, kind === "values" ? look.signed : look.map);
    if (kind === "two") this.describe("Output", "class 0", "class 1");
    else this.describe("Output", kind === "values" ? `−${scale}` : "", kind === "values" ? `+${scale}` : "");
  }
  drawMarks({ frame }) {
    place(this.cross, this.field.at, frame.domain);
    const row = this.mode() === "draw" ? this.drawing.points[this.drawing.row] : void 0;
    place(this.lit, row ? [row.x, row.y] : null, frame.domain);
    this.tools.hidden = this.mode() !== "draw";
    setAttribute(this.field.element, "data-mode", this.mode());
    setAttribute(this.field.element, "aria-label", this.field.label);
  }
  drawWords({ frame, session }) {
    const { probe } = session;
    this.keys.forEach((key, i) => key.hidden = i >= frame.task.classes);
    setText(this.up, frame.curve ? "y" : "x₂");
    const output = probe?.activations.at(-1);
    const text = `x₁ = ${decimal(probe?.x[0] ?? 0, 2)}, x₂ = ${decimal(probe?.x[1] ?? 0, 2)}: output ${output?.map((value) => decimal(value)).join(", ") ?? ""}`;
    setText(this.caption, output ? text : this.field.hint);
  }
  describe(title, low, high) {
    setText(this.title, title);
    setText(this.low, low);
    setText(this.high, high);
    this.ramp.hidden = !low;
  }
  choose([x, y], onPoint) {
    const points = this.scene?.session.points;
    if (!points) return;
    let [best, distance] = [-1, Infinity];
    for (let i = 0; i < points.length; i += 4) {
      const away = Math.hypot(points[i] - x, points[i + 1] - y);
      if (away < distance) [best, distance] = [i / 4, away];
    }
    if (best >= 0) onPoint(best);
  }
};
function scene({ task, map_scale, map_classes }) {
  return { kind: task.kind, scale: short(map_scale ?? 1), classes: map_classes };
}
function place(mark, at, domain) {
  mark.hidden = !at;
  if (!at) return;
  const share = linearScale(domain, [0, 100]);
  setAttribute(mark, "style", `left: ${share(at[0])}%; top: ${100 - share(at[1])}%`);
}
function makeAxis(kind, name, values) {
  const labels = values.map((value) => make("span", {}, short(value)));
  return make("div", { class: `gn-axis ${kind}`, "aria-hidden": "true" }, ...labels, name);
}
function unitIndex(columns, column, unit) {
  return columns.slice(0, column).reduce((sum, count) => sum + count, 0) + unit;
}
export {
  MapPanel
};
