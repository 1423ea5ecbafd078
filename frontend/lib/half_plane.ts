// The line weight · x + bias = 0 in a box, and the side of it on which the sum is positive.

export type Point = readonly [number, number];

/** A neuron with two inputs: its weights and its bias. */
export interface LineOf {
  weight: Point;
  bias: number;
}

export interface Box {
  x: Point;
  y: Point;
}

/** The corners of a box, one after the other. */
export function cornersOf({ x, y }: Box): Point[] {
  return [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]],
  ];
}

export function sumAt({ weight, bias }: LineOf, [x, y]: Point): number {
  return weight[0] * x + weight[1] * y + bias;
}

/** The part of a convex shape on the line's positive side, or on the other one if `side` is −1. */
export function cut(shape: readonly Point[], line: LineOf, side: 1 | -1 = 1): Point[] {
  const kept: Point[] = [];
  shape.forEach((point, i) => {
    const next = shape[(i + 1) % shape.length]!;
    const [here, there] = [side * sumAt(line, point), side * sumAt(line, next)];
    if (here >= 0) kept.push(point);
    if (here >= 0 !== there >= 0) {
      const part = here / (here - there);
      kept.push([point[0] + part * (next[0] - point[0]), point[1] + part * (next[1] - point[1])]);
    }
  });
  return kept;
}

/** The point of the line nearest to another; null if both weights are 0 and there is no line. */
export function nearestOn(line: LineOf, to: Point): Point | null {
  const [first, second] = line.weight;
  const square = first * first + second * second;
  if (square === 0) return null;
  const away = sumAt(line, to) / square;
  return [to[0] - away * first, to[1] - away * second];
}

/** The direction along the line, with the positive side on its left. */
export function along({ weight: [first, second] }: LineOf): Point {
  const length = Math.hypot(first, second);
  return [second / length, -first / length];
}

/** The line through a point, moved without turning. */
export function movedTo(line: LineOf, [x, y]: Point): LineOf {
  return { weight: line.weight, bias: -(line.weight[0] * x + line.weight[1] * y) };
}

/** The line through a point, turned so that it runs towards another; its weights keep their length. */
export function turnedTo(line: LineOf, from: Point, towards: Point): LineOf {
  const [across, up] = [towards[0] - from[0], towards[1] - from[1]];
  const far = Math.hypot(across, up);
  if (far === 0) return line;
  const length = Math.hypot(...line.weight);
  return movedTo({ weight: [(-up / far) * length, (across / far) * length], bias: 0 }, from);
}
