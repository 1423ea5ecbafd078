// The data's points: training points filled, test points as rings; the class by colour and by shape.
import type { Theme } from "../lib/palette.ts";
import { linearScale } from "../lib/scales.ts";
import { ink } from "./ink.ts";

export const CLASSES = ["class-0", "class-1"] as const;

const FULL_TURN = 2 * Math.PI;

/** Draw points (x₁, x₂, class, part; four numbers each) into a square of `size` pixels whose axes span `domain`. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  points: Float32Array,
  size: number,
  domain: readonly [number, number],
  theme: Theme,
  radius: number,
): void {
  const across = linearScale(domain, [0, size]);
  const up = linearScale(domain, [size, 0]);
  const edge = ink("page", theme);
  const inks = CLASSES.map((name) => ink(name, theme));
  for (let i = 0; i < points.length; i += 4) {
    const own = inks[points[i + 2]! > 0.5 ? 1 : 0]!;
    trace(context, across(points[i]!), up(points[i + 1]!), radius, points[i + 2]! > 0.5);
    if (points[i + 3]! > 0.5) ring(context, own, edge, radius);
    else dot(context, own, edge);
  }
}

// Class 0 is a circle, class 1 a square with the same area.
function trace(context: CanvasRenderingContext2D, x: number, y: number, radius: number, square: boolean): void {
  const half = radius * 0.886;
  context.beginPath();
  if (square) context.rect(x - half, y - half, 2 * half, 2 * half);
  else context.arc(x, y, radius, 0, FULL_TURN);
}

function dot(context: CanvasRenderingContext2D, own: string, edge: string): void {
  context.fillStyle = own;
  context.strokeStyle = edge;
  context.lineWidth = 1;
  context.fill();
  context.stroke();
}

function ring(context: CanvasRenderingContext2D, own: string, edge: string, radius: number): void {
  context.strokeStyle = edge;
  context.lineWidth = radius * 1.1;
  context.stroke();
  context.strokeStyle = own;
  context.lineWidth = Math.max(1.2, radius * 0.5);
  context.stroke();
}
