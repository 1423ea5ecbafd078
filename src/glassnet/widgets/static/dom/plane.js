// dom/plane.ts
import { make, setAttribute } from "./element.js";
import { forcesColors, ink } from "./ink.js";
import { Picture } from "./picture.js";
import { drawPoints } from "./points.js";
import { Surface } from "./surface.js";
import { linearScale } from "../lib/scales.js";
var Plane = class {
  element;
  picture = new Picture();
  surface;
  drawn = [];
  constructor(redraw) {
    this.surface = new Surface(() => {
      this.drawn = [];
      redraw();
    });
    this.element = make("span", { class: "gn-plane" }, this.picture.canvas, this.surface.canvas);
  }
  drawPicture(bytes, colors) {
    this.picture.draw(bytes, colors);
    this.fit();
  }
  drawClasses(sure, classes, tables) {
    this.picture.drawClasses(sure, classes, tables);
    this.fit();
  }
  /** Draw a curve instead of a picture: heights at places from one side to the other, over the points. */
  drawCurve(heights, points, domain, theme, targets) {
    const size = this.surface.width;
    this.picture.canvas.hidden = true;
    this.drawn = [];
    if (size === 0) return;
    const context = this.surface.clear();
    drawPoints(context, points, size, domain, theme, 2.8, targets);
    const up = linearScale(domain, [size, 0]);
    context.beginPath();
    heights.forEach((height, i) => context.lineTo(i / (heights.length - 1) * size, up(height)));
    context.strokeStyle = ink("train", theme);
    context.lineWidth = 2.5;
    context.stroke();
  }
  fit() {
    this.picture.canvas.hidden = false;
    setAttribute(this.picture.canvas, "style", `--gn-pixels: ${this.picture.canvas.width}`);
  }
  /** Draw the points if they, the colours or the size have changed. */
  drawPoints(points, domain, theme, targets = { kind: "classes" }) {
    const size = this.surface.width;
    const now = [points, theme, size, forcesColors(), targets.kind, targets.kind === "values" && targets.scale];
    if (size === 0 || now.every((value, i) => value === this.drawn[i])) return;
    this.drawn = now;
    drawPoints(this.surface.clear(), points, size, domain, theme, size > 260 ? 3.4 : 2.8, targets);
  }
  /** What is shown, as one picture. */
  snapshot(side, background) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    const context = canvas.getContext("2d");
    context.fillStyle = background;
    context.fillRect(0, 0, side, side);
    const { canvas: picture } = this.picture;
    const over = side / Math.max(1, picture.width - 1);
    if (!picture.hidden) context.drawImage(picture, -over / 2, -over / 2, side + over, side + over);
    context.drawImage(this.surface.canvas, 0, 0, side, side);
    return canvas;
  }
  close() {
    this.surface.close();
  }
};
export {
  Plane
};
