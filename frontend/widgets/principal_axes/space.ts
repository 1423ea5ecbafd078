// Vectors in three dimensions, and how they are seen.

export type Vector = readonly [number, number, number];

/** Where the cloud is seen from, as angles. */
export interface Eye {
  turn: number;
  tilt: number;
}

const SIZE = 50;

/** A point's place on the page, and how near it is to the eye. */
export function project([x, y, z]: Vector, { turn, tilt }: Eye): { x: number; y: number; depth: number } {
  const across = x * Math.cos(turn) - y * Math.sin(turn);
  const away = x * Math.sin(turn) + y * Math.cos(turn);
  return { x: SIZE * across, y: -SIZE * (z * Math.cos(tilt) - away * Math.sin(tilt)), depth: -away * Math.cos(tilt) - z * Math.sin(tilt) };
}

/** How far a point lies along a direction of length 1. */
export function along(point: Vector, direction: Vector): number {
  return point[0] * direction[0] + point[1] * direction[1] + point[2] * direction[2];
}

/** The direction of length 1 part of the way from one to another. */
export function between(from: Vector, to: Vector, fraction: number): Vector {
  const mixed = [0, 1, 2].map((i) => from[i]! + (to[i]! - from[i]!) * fraction);
  const length = Math.hypot(...mixed);
  return mixed.map((part) => part / length) as unknown as Vector;
}
