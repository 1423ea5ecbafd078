// The data's points: training points filled, test points as rings; the class by colour and by shape, a value by colour.
import { signedColor } from "../lib/colors.ts";
import type { Theme } from "../lib/palette.ts";
import { linearScale } from "../lib/scales.ts";
import { ink } from "./ink.ts";

export const CLASSES = ["class-0", "class-1", "series-3", "series-4", "series-5", "series-6"] as const;

const FULL_TURN = 2 * Math.PI;

/** What the third number of a point is: its class, or a value, of which `scale` is the largest. */
export type Targets = { kind: "classes" } | { kind: "values"; scale: number };

/** Draw points (x₁, x₂, target, part; four numbers each) into a square of `size` pixels whose axes span `domain`. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  points: Float32Array,
  size: number,
  domain: readonly [number, number],
  theme: Theme,
  radius: number,
  targets: Targets = { kind: "classes" },
): void {
  const across = linearScale(domain, [0, size]);
  const up = linearScale(domain, [size, 0]);
  const edge = ink(targets.kind === "values" ? "ink" : "page", theme);
  const inks = CLASSES.map((name) => ink(name, theme));
  for (let i = 0; i < points.length; i += 4) {
    const target = points[i + 2]!;
    const own = targets.kind === "values" ? rgb(signedColor(target / targets.scale, theme)) : inks[target]!;
    trace(context, across(points[i]!), up(points[i + 1]!), radius, targets.kind === "values" ? 0 : target);
    if (points[i + 3]! > 0.5) ring(context, own, edge, radius);
    else dot(context, own, edge);
  }
}

// Class 0 is a circle, class 1 a square with the same area; then triangle, diamond, a triangle upside down, and a bar.
function trace(context: CanvasRenderingContext2D, x: number, y: number, radius: number, shape: number): void {
  const half = radius * 0.886;
  context.beginPath();
  if (shape === 0) context.arc(x, y, radius, 0, FULL_TURN);
  else if (shape === 1) context.rect(x - half, y - half, 2 * half, 2 * half);
  else if (shape === 5) context.rect(x - 1.5 * half, y - half / 1.5, 3 * half, (2 * half) / 1.5);
  else outline(context, x, y, 1.3 * radius, shape === 3 ? 4 : 3, shape === 4 ? 1 : -1);
}

function outline(context: CanvasRenderingContext2D, x: number, y: number, radius: number, corners: number, side: number): void {
  for (let i = 0; i < corners; i++) {
    const angle = side * (FULL_TURN / 4) + (i * FULL_TURN) / corners;
    context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  context.closePath();
}

/** A colour as style sheets and canvases write it. */
export function rgb([red, green, blue]: readonly [number, number, number]): string {
  return `rgb(${red} ${green} ${blue})`;
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
