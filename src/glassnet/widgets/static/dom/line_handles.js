// dom/line_handles.ts
import { COLORS } from "../lib/palette.js";
import { along, cornersOf, cut, movedTo, nearestOn, turnedTo } from "../lib/half_plane.js";
import { short } from "../lib/numbers.js";
import { coverArea } from "./heat.js";
var ARM = 0.28;
var TINT = 0.16;
var LineHandles = class {
  constructor(plot, settings) {
    this.settings = settings;
    const { name, label, ink } = settings;
    this.mover = plot.addHandle({
      name: `${name}-move`,
      at: [0, 0],
      ink,
      words: (x, y) => `Move ${label}: through ${short(x)}, ${short(y)}`,
      onMove: (x, y) => {
        this.held = [x, y];
        this.change(movedTo(this.line, this.held));
      }
    });
    this.turner = plot.addHandle({
      name: `${name}-turn`,
      at: [0, 0],
      ink,
      words: (x, y) => `Turn ${label}: towards ${short(x)}, ${short(y)}`,
      onMove: (x, y) => this.change(turnedTo(this.line, this.middle() ?? [0, 0], [x, y]))
    });
    this.turner.button.classList.add("gn-turner");
  }
  settings;
  line = { weight: [0, 0], bias: 0 };
  box = { x: [0, 1], y: [0, 1] };
  /** Where the reader has taken hold of the line. */
  held = null;
  mover;
  turner;
  /** Take the line to show; the plot places the handles when it is drawn. */
  set(line, box) {
    [this.line, this.box] = [line, box];
    const middle = this.middle();
    for (const { button } of [this.mover, this.turner]) button.hidden = middle === null;
    if (!middle) return;
    const [across, up] = along(line);
    const arm = ARM * (box.x[1] - box.x[0]);
    this.mover.at = [middle[0], middle[1]];
    this.turner.at = [middle[0] + arm * across, middle[1] + arm * up];
  }
  /** The line from edge to edge of the box; nothing if there is none or it is outside. */
  get drawn() {
    const ends = cut(cornersOf(this.box), this.line).filter((point) => this.isOn(point));
    const middle = this.middle();
    if (!middle || ends.length < 2) return [];
    const [from, to] = [ends[0], ends.at(-1)];
    return [{ xs: [from[0], to[0]], ys: [from[1], to[1]], ink: this.settings.ink, ...this.settings.dash ? { dash: this.settings.dash } : {} }];
  }
  isOn([x, y]) {
    const { weight, bias } = this.line;
    const scale = Math.hypot(...weight) * (this.box.x[1] - this.box.x[0]);
    return scale > 0 && Math.abs(weight[0] * x + weight[1] * y + bias) < 1e-6 * scale;
  }
  // Where the line is held, or its point nearest to the middle of the box, kept inside it so that it can be reached.
  middle() {
    const { x, y } = this.box;
    if (this.held && this.isOn(this.held)) return this.held;
    const near = nearestOn(this.line, [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2]);
    return near && [inside(near[0], x), inside(near[1], y)];
  }
  change(line) {
    this.line = line;
    this.settings.onChange(line);
  }
};
function tintSides(plot, box, parts, theme) {
  coverArea(plot);
  const context = plot.canvas.getContext("2d");
  const { width, height } = plot.canvas;
  context.globalAlpha = TINT;
  for (const { shape, yes } of parts) {
    context.fillStyle = COLORS[yes ? "class-1" : "class-0"][theme];
    context.beginPath();
    for (const [x, y] of shape) context.lineTo((x - box.x[0]) / (box.x[1] - box.x[0]) * width, (1 - (y - box.y[0]) / (box.y[1] - box.y[0])) * height);
    context.fill();
  }
  context.globalAlpha = 1;
}
function inside(value, [low, high]) {
  const room = 0.04 * (high - low);
  return Math.min(high - room, Math.max(low + room, value));
}
export {
  LineHandles,
  tintSides
};
