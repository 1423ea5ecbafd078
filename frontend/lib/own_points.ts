// The reader's own points as text, which is how they travel: "x₁,x₂,class" for each, separated by semicolons.

export interface OwnPoint {
  x: number;
  y: number;
  label: number;
}

export const MAX_CLASSES = 6;
export const MAX_POINTS = 500;
export const MIN_POINTS = 2;
const EDGE = 2;

export function parsePoints(text: string): OwnPoint[] {
  return text
    .split(/[;\n]/)
    .filter((row) => row.trim())
    .map((row) => {
      const [x, y, label] = row.replaceAll("−", "-").split(",").map(Number);
      return { x: x!, y: y!, label: label! };
    });
}

export function formatPoints(points: readonly OwnPoint[], between = ";"): string {
  return points.map(({ x, y, label }) => `${rounded(x)},${rounded(y)},${label}`).join(between);
}

/** The index of the point nearest to a place, −1 if none is within reach. */
export function nearestPoint(points: readonly OwnPoint[], [x, y]: readonly [number, number], reach = Infinity): number {
  let [best, distance] = [-1, reach];
  points.forEach((point, i) => {
    const away = Math.hypot(point.x - x, point.y - y);
    if (away < distance) [best, distance] = [i, away];
  });
  return best;
}

/** The points with one moved to a place on the map. */
export function movePoint(points: readonly OwnPoint[], index: number, [x, y]: readonly [number, number]): OwnPoint[] {
  return points.map((point, i) => (i === index ? { ...point, x: onMap(x), y: onMap(y) } : point));
}

/** The points with one more; unchanged if there are as many as there may be. */
export function addPoint(points: readonly OwnPoint[], [x, y]: readonly [number, number], label: number): OwnPoint[] {
  return points.length >= MAX_POINTS ? [...points] : [...points, { x: onMap(x), y: onMap(y), label }];
}

/** The points without one; unchanged if there are as few as there may be. */
export function removePoint(points: readonly OwnPoint[], index: number): OwnPoint[] {
  return points.length <= MIN_POINTS ? [...points] : points.filter((_, i) => i !== index);
}

function onMap(value: number): number {
  return Math.min(EDGE, Math.max(-EDGE, value));
}

function rounded(value: number): number {
  return Math.round(100 * value) / 100;
}
