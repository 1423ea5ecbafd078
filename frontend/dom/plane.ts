// The data's plane: an image of what is computed at every point, with the data on top.
import { make, setAttribute } from "./element.ts";
import { forcesColors } from "./ink.ts";
import { Picture } from "./picture.ts";
import { drawPoints } from "./points.ts";
import { Surface } from "./surface.ts";
import type { Theme } from "../lib/colors.ts";

export class Plane {
  readonly element: HTMLElement;
  private readonly picture = new Picture();
  private readonly surface: Surface;
  private drawn: unknown[] = [];

  constructor(redraw: () => void) {
    this.surface = new Surface(() => {
      this.drawn = []; // a new size or resolution has cleared it
      redraw();
    });
    this.element = make("span", { class: "gn-plane" }, this.picture.canvas, this.surface.canvas);
  }

  drawPicture(bytes: Uint8Array, colors: Uint32Array): void {
    this.picture.draw(bytes, colors);
    // The centres of the outer pixels lie on the edges of the plane, as in the grid; the style needs the number of pixels.
    setAttribute(this.picture.canvas, "style", `--gn-pixels: ${this.picture.canvas.width}`);
  }

  /** Draw the points if they, the colours or the size have changed. */
  drawPoints(points: Float32Array, domain: readonly [number, number], theme: Theme): void {
    const size = this.surface.width;
    const now = [points, theme, size, forcesColors()];
    if (size === 0 || now.every((value, i) => value === this.drawn[i])) return;
    this.drawn = now;
    drawPoints(this.surface.clear(), points, size, domain, theme, size > 260 ? 3.4 : 2.8);
  }

  close(): void {
    this.surface.close();
  }
}
