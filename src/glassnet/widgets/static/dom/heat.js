// dom/heat.ts
import { byteOf, fractionTable } from "../lib/colors.js";
import { contour } from "../lib/grid.js";
import { ink } from "./ink.js";
import { tickLabel } from "../lib/numbers.js";
import { make } from "./element.js";
import { pixelRatio } from "./pixel_ratio.js";
var LEVELS = 14;
var STRENGTH = 0.75;
function heightColors(theme) {
  return fractionTable(theme, STRENGTH);
}
function coverArea({ canvas, area }) {
  const ratio = pixelRatio();
  canvas.width = Math.round(area.width * ratio);
  canvas.height = Math.round(area.height * ratio);
  Object.assign(canvas.style, {
    left: `${area.left}px`,
    top: `${area.top}px`,
    width: `${area.width}px`,
    height: `${area.height}px`
  });
  return ratio;
}
function heightLegend(label, shown, theme) {
  const colors = heightColors(theme);
  const stops = Array.from({ length: 9 }, (_, i) => cssColor(colors[byteOf(i / 8)])).join(", ");
  const marks = [0, 0.25, 0.5, 0.75, 1].map((part) => make("span", {}, heightLabel(shown, part)));
  const bar = make("span", { class: "gn-heights", style: `background: linear-gradient(to right, ${stops})`, "aria-hidden": "true" });
  return make("div", { class: "gn-height-legend" }, make("span", {}, label), make("div", {}, bar, make("span", { class: "gn-height-marks" }, ...marks)));
}
function heightLabel({ low, high, value }, part) {
  const height = value(part);
  return tickLabel(Math.abs(height) < 1e-4 * (high - low) ? 0 : Number(height.toPrecision(2)));
}
function cssColor(color) {
  return `rgb(${color & 255} ${color >> 8 & 255} ${color >> 16 & 255})`;
}
function paintHeat(plot, grid, shown, theme) {
  const { canvas } = plot;
  const ratio = coverArea(plot);
  const context = canvas.getContext("2d");
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
      context.moveTo(pieces[i] * over, canvas.height - pieces[i + 1] * up);
      context.lineTo(pieces[i + 2] * over, canvas.height - pieces[i + 3] * up);
    }
  }
  context.stroke();
}
function picture({ values, side }, { fraction }, theme) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d");
  const image = context.createImageData(side, side);
  const [pixels, colors] = [new Uint32Array(image.data.buffer), heightColors(theme)];
  for (let row = 0; row < side; row++) {
    const begin = (side - 1 - row) * side;
    for (let column = 0; column < side; column++) pixels[begin + column] = colors[byteOf(fraction(values[row * side + column]))];
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
export {
  coverArea,
  heightColors,
  heightLabel,
  heightLegend,
  paintHeat
};
