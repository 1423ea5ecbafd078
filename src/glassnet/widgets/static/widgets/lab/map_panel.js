// widgets/lab/map_panel.ts
import { make, setAttribute, setText } from "../../dom/element.js";
import { Plane } from "../../dom/plane.js";
import { columnSizes } from "../../lib/network.js";
import { decimal, short } from "../../lib/numbers.js";
import { linearScale } from "../../lib/scales.js";
import { unitName } from "./words.js";
var TICKS = [-2, -1, 0, 1, 2];
var NUDGE = 0.1;
var MapPanel = class {
  constructor(session, redraw) {
    this.session = session;
    this.plane = new Plane(redraw);
    this.field = this.makeField();
    this.element = make(
      "section",
      { class: "gn-map" },
      make("div", { class: "gn-row" }, this.title, make("span", { class: "gn-ramp-row" }, this.low, make("span", { class: "gn-ramp" }), this.high)),
      make("div", { class: "gn-plot" }, makeAxis("gn-up", "x₂", [...TICKS].reverse()), this.field, makeAxis("gn-across", "x₁", TICKS)),
      makeLegend(),
      this.caption
    );
  }
  session;
  element;
  plane;
  cross = make("span", { class: "gn-cross", hidden: true });
  field;
  title = make("h2", {}, "Output");
  low = make("span");
  high = make("span");
  caption = make("p", { class: "gn-caption" });
  at = null;
  draw(scene) {
    this.drawPicture(scene);
    if (scene.session.points) this.plane.drawPoints(scene.session.points, scene.frame.domain, scene.look.theme);
    this.drawCross(scene);
  }
  close() {
    this.plane.close();
  }
  drawPicture({ frame, focus, look }) {
    const sizes = columnSizes(frame.layers);
    const isOutput = focus?.kind === "unit" && focus.column === sizes.length - 1;
    const index = focus?.kind === "unit" ? unitIndex(sizes, focus.column, focus.unit) : -1;
    if (index >= 0 && frame.units && focus?.kind === "unit" && !isOutput) {
      const size = frame.units.length / frame.unit_scales.length;
      this.plane.drawPicture(frame.units.subarray(index * size, (index + 1) * size), look.signed);
      const scale = short(frame.unit_scales[index]);
      this.describe(unitName(frame.layers, focus.column, focus.unit), `−${scale}`, `+${scale}`);
    } else if (frame.map) {
      this.plane.drawPicture(frame.map, look.map);
      this.describe("Output", "class 0", "class 1");
    }
  }
  drawCross({ frame, session }) {
    const { probe } = session;
    this.cross.hidden = !this.at;
    if (this.at) {
      const place = linearScale(frame.domain, [0, 100]);
      setAttribute(this.cross, "style", `left: ${place(this.at[0])}%; top: ${100 - place(this.at[1])}%`);
    }
    const output = probe?.activations.at(-1)?.[0];
    const text = `x₁ = ${decimal(probe?.x[0] ?? 0, 2)}, x₂ = ${decimal(probe?.x[1] ?? 0, 2)}: output ${decimal(output ?? 0)}`;
    setText(this.caption, output === void 0 ? "Point at the map to see the numbers there." : text);
  }
  describe(title, low, high) {
    setText(this.title, title);
    setText(this.low, low);
    setText(this.high, high);
  }
  makeField() {
    return make(
      "button",
      {
        type: "button",
        class: "gn-field",
        name: "map",
        "aria-label": "Decision map: arrow keys move a point; every unit shows its output there",
        onpointermove: (event) => this.point(event),
        onpointerdown: (event) => this.point(event),
        // what a finger has tapped stays when it is lifted; what it only scrolled past does not
        onpointerleave: (event) => event.pointerType !== "touch" && this.look(null),
        onpointercancel: () => this.look(null),
        onblur: () => this.look(null),
        onkeydown: (event) => this.onKey(event)
      },
      this.plane.element,
      this.cross
    );
  }
  point(event) {
    const box = this.field.getBoundingClientRect();
    const across = linearScale([box.left, box.right], [-2, 2])(event.clientX);
    const up = linearScale([box.bottom, box.top], [-2, 2])(event.clientY);
    this.look([clamp(across), clamp(up)]);
  }
  onKey(event) {
    const moves = {
      ArrowLeft: [-NUDGE, 0],
      ArrowRight: [NUDGE, 0],
      ArrowUp: [0, NUDGE],
      ArrowDown: [0, -NUDGE]
    };
    const move = moves[event.key];
    if (event.key === "Escape" && this.at) this.look(null);
    else if (move) this.look(this.at ? [clamp(this.at[0] + move[0]), clamp(this.at[1] + move[1])] : [0, 0]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  look(x) {
    this.at = x;
    this.session.lookAt(x);
  }
};
function makeLegend() {
  const key = (kind, text) => make("span", { class: `gn-key gn-key-${kind}` }, text);
  return make("div", { class: "gn-legend" }, key("0", "class 0"), key("1", "class 1"), key("train", "training"), key("test", "test"));
}
function makeAxis(kind, name, values) {
  const labels = values.map((value) => make("span", {}, short(value)));
  return make("div", { class: `gn-axis ${kind}`, "aria-hidden": "true" }, ...labels, make("em", {}, name));
}
function unitIndex(columns, column, unit) {
  return columns.slice(0, column).reduce((sum, count) => sum + count, 0) + unit;
}
function clamp(value) {
  return Math.round(100 * Math.min(2, Math.max(-2, value))) / 100;
}
export {
  MapPanel
};
