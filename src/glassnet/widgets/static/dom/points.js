// dom/points.ts
import { signedColor } from "../lib/colors.js";
import { linearScale } from "../lib/scales.js";
import { ink } from "./ink.js";
var CLASSES = ["class-0", "class-1", "series-3", "series-4", "series-5", "series-6"];
var FULL_TURN = 2 * Math.PI;
function drawPoints(context, points, size, domain, theme, radius, targets = { kind: "classes" }) {
  const across = linearScale(domain, [0, size]);
  const up = linearScale(domain, [size, 0]);
  const edge = ink(targets.kind === "values" ? "ink" : "page", theme);
  const inks = CLASSES.map((name) => ink(name, theme));
  for (let i = 0; i < points.length; i += 4) {
    const target = points[i + 2];
    const own = targets.kind === "values" ? rgb(signedColor(target / targets.scale, theme)) : inks[target];
    trace(context, across(points[i]), up(points[i + 1]), radius, targets.kind === "values" ? 0 : target);
    if (points[i + 3] > 0.5) ring(context, own, edge, radius);
    else dot(context, own, edge);
  }
}
function trace(context, x, y, radius, shape) {
  const half = radius * 0.886;
  context.beginPath();
  if (shape === 0) context.arc(x, y, radius, 0, FULL_TURN);
  else if (shape === 1) context.rect(x - half, y - half, 2 * half, 2 * half);
  else if (shape === 5) context.rect(x - 1.5 * half, y - half / 1.5, 3 * half, 2 * half / 1.5);
  else outline(context, x, y, 1.3 * radius, shape === 3 ? 4 : 3, shape === 4 ? 1 : -1);
}
function outline(context, x, y, radius, corners, side) {
  for (let i = 0; i < corners; i++) {
    const angle = side * (FULL_TURN / 4) + i * FULL_TURN / corners;
    context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  context.closePath();
}
function rgb([red, green, blue]) {
  return `rgb(${red} ${green} ${blue})`;
}
function dot(context, own, edge) {
  context.fillStyle = own;
  context.strokeStyle = edge;
  context.lineWidth = 1;
  context.fill();
  context.stroke();
}
function ring(context, own, edge, radius) {
  context.strokeStyle = edge;
  context.lineWidth = radius * 1.1;
  context.stroke();
  context.strokeStyle = own;
  context.lineWidth = Math.max(1.2, radius * 0.5);
  context.stroke();
}
export {
  CLASSES,
  drawPoints,
  rgb
};
