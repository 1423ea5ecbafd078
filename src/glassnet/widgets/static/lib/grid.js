// lib/grid.ts
function heights(values, bend) {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value2 = values[i];
    if (!Number.isFinite(value2)) continue;
    low = Math.min(low, value2);
    high = Math.max(high, value2);
  }
  const span = high - low || 1;
  const fraction = (value2) => {
    const part = Math.min(1, Math.max(0, (value2 - low) / span));
    return bend > 0 ? Math.log1p(bend * part) / Math.log1p(bend) : part;
  };
  const value = (part) => low + span * (bend > 0 ? Math.expm1(part * Math.log1p(bend)) / bend : part);
  return { low, high, bend, fraction, value };
}
function heightAt(grid, x, y) {
  const along = ([low, high], value) => Math.min(grid.side - 1, Math.max(0, (value - low) / (high - low) * (grid.side - 1)));
  const [across, up] = [along(grid.x, x), along(grid.y, y)];
  const [column, row] = [Math.min(grid.side - 2, Math.floor(across)), Math.min(grid.side - 2, Math.floor(up))];
  const [fx, fy] = [across - column, up - row];
  const at = (r, c) => grid.values[r * grid.side + c];
  const below = at(row, column) * (1 - fx) + at(row, column + 1) * fx;
  const above = at(row + 1, column) * (1 - fx) + at(row + 1, column + 1) * fx;
  return below * (1 - fy) + above * fy;
}
function contour(values, side, level) {
  const pieces = [];
  for (let row = 0; row < side - 1; row++) {
    for (let column = 0; column < side - 1; column++) {
      const crossings = cellCrossings(values, side, row, column, level);
      for (let i = 0; i + 3 < crossings.length; i += 4) pieces.push(...crossings.slice(i, i + 4));
    }
  }
  return pieces;
}
var CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1]
];
function cellCrossings(values, side, row, column, level) {
  const found = [];
  for (let i = 0; i < 4; i++) {
    const [x1, y1] = CORNERS[i];
    const [x2, y2] = CORNERS[(i + 1) % 4];
    const from = values[(row + y1) * side + column + x1];
    const to = values[(row + y2) * side + column + x2];
    if (from < level === to < level) continue;
    const fraction = (level - from) / (to - from);
    found.push(column + x1 + fraction * (x2 - x1), row + y1 + fraction * (y2 - y1));
  }
  return found;
}
export {
  contour,
  heightAt,
  heights
};
