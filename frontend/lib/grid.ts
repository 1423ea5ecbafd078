// A function on a square grid: how its heights are shown, and where its contour lines run.

export interface Grid {
  /** Row by row from the lowest y, each row from the lowest x. */
  values: Float32Array;
  side: number;
  x: readonly [number, number];
  y: readonly [number, number];
}

export interface Heights {
  low: number;
  high: number;
  bend: number;
  /** From 0 at the lowest value to 1 at the highest. */
  fraction: (value: number) => number;
  /** The height at a fraction, for legends and ticks. */
  value: (fraction: number) => number;
}

/** How heights are shown: as they are (`bend` 0), or with the valleys spread out, as on a logarithmic scale. */
export function heights(values: ArrayLike<number>, bend: number): Heights {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const span = high - low || 1;
  const fraction = (value: number): number => {
    const part = Math.min(1, Math.max(0, (value - low) / span));
    return bend > 0 ? Math.log1p(bend * part) / Math.log1p(bend) : part;
  };
  const value = (part: number): number => low + span * (bend > 0 ? Math.expm1(part * Math.log1p(bend)) / bend : part);
  return { low, high, bend, fraction, value };
}

/** The height at any point, interpolated between the four grid points around it. */
export function heightAt(grid: Grid, x: number, y: number): number {
  const along = ([low, high]: readonly [number, number], value: number): number =>
    Math.min(grid.side - 1, Math.max(0, ((value - low) / (high - low)) * (grid.side - 1)));
  const [across, up] = [along(grid.x, x), along(grid.y, y)];
  const [column, row] = [Math.min(grid.side - 2, Math.floor(across)), Math.min(grid.side - 2, Math.floor(up))];
  const [fx, fy] = [across - column, up - row];
  const at = (r: number, c: number): number => grid.values[r * grid.side + c]!;
  const below = at(row, column) * (1 - fx) + at(row, column + 1) * fx;
  const above = at(row + 1, column) * (1 - fx) + at(row + 1, column + 1) * fx;
  return below * (1 - fy) + above * fy;
}

/** Segments of a contour line: x₁, y₁, x₂, y₂ in grid steps, four numbers per segment. */
export function contour(values: ArrayLike<number>, side: number, level: number): number[] {
  const pieces: number[] = [];
  for (let row = 0; row < side - 1; row++) {
    for (let column = 0; column < side - 1; column++) {
      const crossings = cellCrossings(values, side, row, column, level);
      for (let i = 0; i + 3 < crossings.length; i += 4) pieces.push(...crossings.slice(i, i + 4));
    }
  }
  return pieces;
}

// The corners in order: below left, below right, above right, above left.
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

function cellCrossings(values: ArrayLike<number>, side: number, row: number, column: number, level: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < 4; i++) {
    const [x1, y1] = CORNERS[i]!;
    const [x2, y2] = CORNERS[(i + 1) % 4]!;
    const from = values[(row + y1) * side + column + x1]!;
    const to = values[(row + y2) * side + column + x2]!;
    if (from < level === to < level) continue;
    const fraction = (level - from) / (to - from);
    found.push(column + x1 + fraction * (x2 - x1), row + y1 + fraction * (y2 - y1));
  }
  return found;
}
