// widgets/lab/drawing.ts
import { addPoint, formatPoints, movePoint, nearestPoint, parsePoints, removePoint } from "../../lib/own_points.js";
var REACH = 0.09;
var APART = 0.14;
var Drawing = class {
  constructor(spec, change) {
    this.spec = spec;
    this.change = change;
  }
  spec;
  change;
  /** The class that is drawn, or null to erase. */
  label = 0;
  /** The row that the reader stands on in the table: its point is lit. */
  row = -1;
  held = -1;
  last = null;
  get points() {
    const spec = this.spec();
    return spec?.data === "own" ? parsePoints(spec.points) : [];
  }
  /** A pointer was pressed: take hold of a point, or draw or erase one. */
  begin(place) {
    const { points } = this;
    this.held = nearestPoint(points, place, REACH);
    this.last = place;
    if (this.label === null) this.erase(place);
    else if (this.held < 0) this.set(addPoint(points, place, this.label));
  }
  /** The pressed pointer moves: what is held follows, otherwise more are drawn or erased. */
  move(place) {
    if (!this.last) return;
    if (this.label === null) return this.erase(place);
    if (this.held >= 0) return this.set(movePoint(this.points, this.held, place));
    if (Math.hypot(place[0] - this.last[0], place[1] - this.last[1]) < APART) return;
    this.last = place;
    this.set(addPoint(this.points, place, this.label));
  }
  end() {
    this.last = null;
    this.held = -1;
  }
  /** By keyboard: a point of the chosen class, or without one the nearest. */
  add(place) {
    if (this.label !== null) this.set(addPoint(this.points, place, this.label));
  }
  removeNearest(place) {
    this.set(removePoint(this.points, nearestPoint(this.points, place)));
  }
  set(points) {
    const text = formatPoints(points);
    if (text !== this.spec()?.points) this.change({ points: text });
  }
  erase(place) {
    const near = nearestPoint(this.points, place, REACH);
    if (near >= 0) this.set(removePoint(this.points, near));
  }
};
export {
  Drawing
};
