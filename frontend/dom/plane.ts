// The data's plane: an image of what is computed at every point, with the data on top.
import { make, setAttribute } from "./element.ts";
import { forcesColors, ink } from "./ink.ts";
import { Picture } from "./picture.ts";
import { drawPoints, type Targets } from "./points.ts";
import { Surface } from "./surface.ts";
import type { Theme } from "../lib/colors.ts";
import { linearScale } from "../lib/scales.ts";

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
    this.fit();
  }

  drawClasses(sure: Uint8Array, classes: Uint8Array, tables: readonly Uint32Array[]): void {
    this.picture.drawClasses(sure, classes, tables);
    this.fit();
  }

  /** Draw a curve instead of a picture: heights at places from one side to the other, over the points. */
  drawCurve(heights: Float32Array, points: Float32Array, domain: readonly [number, number], theme: Theme, targets: Targets): void {
    const size = this.surface.width;
    this.picture.canvas.hidden = true;
    this.drawn = [];
    if (size === 0) return;
    const context = this.surface.clear();
    drawPoints(context, points, size, domain, theme, 2.8, targets);
    const up = linearScale(domain, [size, 0]);
    context.beginPath();
    heights.forEach((height, i) => context.lineTo((i / (heights.length - 1)) * size, up(height)));
    context.strokeStyle = ink("train", theme);
    context.lineWidth = 2.5;
    context.stroke();
  }

  private fit(): void {
    this.picture.canvas.hidden = false;
    // The centres of the outer pixels lie on the edges of the plane, as in the grid; the style needs the number of pixels.
    setAttribute(this.picture.canvas, "style", `--gn-pixels: ${this.picture.canvas.width}`);
  }

  /** Draw the points if they, the colours or the size have changed. */
  drawPoints(points: Float32Array, domain: readonly [number, number], theme: Theme, targets: Targets = { kind: "classes" }): void {
    const size = this.surface.width;
    const now = [points, theme, size, forcesColors(), targets.kind, targets.kind === "values" && targets.scale];
    if (size === 0 || now.every((value, i) => value === this.drawn[i])) return;
    this.drawn = now;
    drawPoints(this.surface.clear(), points, size, domain, theme, size > 260 ? 3.4 : 2.8, targets);
  }

  /** What is shown, as one picture. */
  snapshot(side: number, background: string): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    const context = canvas.getContext("2d")!;
    context.fillStyle = background;
    context.fillRect(0, 0, side, side);
    const { canvas: picture } = this.picture;
    const over = side / Math.max(1, picture.width - 1);
    if (!picture.hidden) context.drawImage(picture, -over / 2, -over / 2, side + over, side + over);
    context.drawImage(this.surface.canvas, 0, 0, side, side);
    return canvas;
  }

  close(): void {
    this.surface.close();
  }
}
