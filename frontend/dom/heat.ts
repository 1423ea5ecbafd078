// A function over the plane as colours and contour lines, painted behind a plot.
import { byteOf, fractionTable, type Theme } from "../lib/colors.ts";
import { contour, type Grid, type Heights } from "../lib/grid.ts";
import { ink } from "./ink.ts";
import { tickLabel } from "../lib/numbers.ts";
import { make } from "./element.ts";
import { pixelRatio } from "./pixel_ratio.ts";
import type { Plot } from "./plot.ts";

const LEVELS = 14;
const STRENGTH = 0.75;

/** 256 colours for fractions of the height, from the page's neutral to blue. */
export function heightColors(theme: Theme): Uint32Array {
  return fractionTable(theme, STRENGTH);
}

/** Place a plot's canvas over the area within its axes; returns the device pixel ratio. */
export function coverArea({ canvas, area }: Plot): number {
  const ratio = pixelRatio();
  canvas.width = Math.round(area.width * ratio);
  canvas.height = Math.round(area.height * ratio);
  Object.assign(canvas.style, {
    left: `${area.left}px`,
    top: `${area.top}px`,
    width: `${area.width}px`,
    height: `${area.height}px`,
  });
  return ratio;
}

/** The legend of a map: its colours from the lowest height to the highest, and round heights along them. */
export function heightLegend(label: string, shown: Heights, theme: Theme): HTMLElement {
  const colors = heightColors(theme);
  const stops = Array.from({ length: 9 }, (_, i) => cssColor(colors[byteOf(i / 8)]!)).join(", ");
  const marks = [0, 0.25, 0.5, 0.75, 1].map((part) => make("span", {}, heightLabel(shown, part)));
  const bar = make("span", { class: "gn-heights", style: `background: linear-gradient(to right, ${stops})`, "aria-hidden": "true" });
  return make("div", { class: "gn-height-legend" }, make("span", {}, label), make("div", {}, bar, make("span", { class: "gn-height-marks" }, ...marks)));
}

/** The height at a fraction of the scale, in two digits. */
export function heightLabel({ low, high, value }: Heights, part: number): string {
  const height = value(part);
  return tickLabel(Math.abs(height) < 1e-4 * (high - low) ? 0 : Number(height.toPrecision(2)));
}

// Red is in the lowest byte.
function cssColor(color: number): string {
  return `rgb(${color & 255} ${(color >> 8) & 255} ${(color >> 16) & 255})`;
}

export function paintHeat(plot: Plot, grid: Grid, shown: Heights, theme: Theme): void {
  const { canvas } = plot;
  const ratio = coverArea(plot);
  const context = canvas.getContext("2d")!;
  // Grid points lie at pixel centres, the outer ones on the edges, so the image is drawn half a pixel larger.
  const [over, up] = [canvas.width / (grid.side - 1), canvas.height / (grid.side - 1)];
  context.imageSmoothingQuality = "high";
  context.drawImage(picture(grid, shown, theme), -over / 2, -up / 2, canvas.width + over, canvas.height + up);
  context.strokeStyle = ink("contour", theme);
  context.lineWidth = ratio;
  context.beginPath();
  const bent = Float32Array.from(grid.values, shown.fraction);
  for (let level = 1; level < LEVELS; level++) {
    const pieces = contour(bent, grid.side, level / LEVELS);
    for (let i = 0; i < pieces.length; i += 4) {
      context.moveTo(pieces[i]! * over, canvas.height - pieces[i + 1]! * up);
      context.lineTo(pieces[i + 2]! * over, canvas.height - pieces[i + 3]! * up);
    }
  }
  context.stroke();
}

function picture({ values, side }: Grid, { fraction }: Heights, theme: Theme): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(side, side);
  const [pixels, colors] = [new Uint32Array(image.data.buffer), heightColors(theme)];
  for (let row = 0; row < side; row++) {
    const begin = (side - 1 - row) * side;
    for (let column = 0; column < side; column++) pixels[begin + column] = colors[byteOf(fraction(values[row * side + column]!))]!;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
