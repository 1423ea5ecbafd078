// dom/points.ts
import { linearScale } from "../lib/scales.js";
import { ink } from "./ink.js";
var CLASSES = ["class-0", "class-1"];
var FULL_TURN = 2 * Math.PI;
function drawPoints(context, points, size, domain, theme, radius) {
  const across = linearScale(domain, [0, size]);
  const up = linearScale(domain, [size, 0]);
  const edge = ink("page", theme);
  const inks = CLASSES.map((name) => ink(name, theme));
  for (let i = 0; i < points.length; i += 4) {
    const own = inks[points[i + 2] > 0.5 ? 1 : 0];
    trace(context, across(points[i]), up(points[i + 1]), radius, points[i + 2] > 0.5);
    if (points[i + 3] > 0.5) ring(context, own, edge, radius);
    else dot(context, own, edge);
  }
}
function trace(context, x, y, radius, square) {
  const half = radius * 0.886;
  context.beginPath();
  if (square) context.rect(x - half, y - half, 2 * half, 2 * half);
  else context.arc(x, y, radius, 0, FULL_TURN);
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
  drawPoints
};
