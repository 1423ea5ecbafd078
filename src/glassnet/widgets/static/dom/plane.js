// dom/plane.ts
import { make, setAttribute } from "./element.js";
import { forcesColors } from "./ink.js";
import { Picture } from "./picture.js";
import { drawPoints } from "./points.js";
import { Surface } from "./surface.js";
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
    setAttribute(this.picture.canvas, "style", `--gn-pixels: ${this.picture.canvas.width}`);
  }
  /** Draw the points if they, the colours or the size have changed. */
  drawPoints(points, domain, theme) {
    const size = this.surface.width;
    const now = [points, theme, size, forcesColors()];
    if (size === 0 || now.every((value, i) => value === this.drawn[i])) return;
    this.drawn = now;
    drawPoints(this.surface.clear(), points, size, domain, theme, size > 260 ? 3.4 : 2.8);
  }
  close() {
    this.surface.close();
  }
};
export {
  Plane
};
