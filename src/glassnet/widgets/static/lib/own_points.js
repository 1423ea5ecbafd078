// lib/own_points.ts
var MAX_CLASSES = 6;
var MAX_POINTS = 500;
var MIN_POINTS = 2;
var EDGE = 2;
function parsePoints(text) {
  return text.split(/[;\n]/).filter((row) => row.trim()).map((row) => {
    const [x, y, label] = row.replaceAll("−", "-").split(",").map(Number);
    return { x, y, label };
  });
}
function formatPoints(points, between = ";") {
  return points.map(({ x, y, label }) => `${rounded(x)},${rounded(y)},${label}`).join(between);
}
function nearestPoint(points, [x, y], reach = Infinity) {
  let [best, distance] = [-1, reach];
  points.forEach((point, i) => {
    const away = Math.hypot(point.x - x, point.y - y);
    if (away < distance) [best, distance] = [i, away];
  });
  return best;
}
function movePoint(points, index, [x, y]) {
  return points.map((point, i) => i === index ? { ...point, x: onMap(x), y: onMap(y) } : point);
}
function addPoint(points, [x, y], label) {
  return points.length >= MAX_POINTS ? [...points] : [...points, { x: onMap(x), y: onMap(y), label }];
}
function removePoint(points, index) {
  return points.length <= MIN_POINTS ? [...points] : points.filter((_, i) => i !== index);
}
function onMap(value) {
  return Math.min(EDGE, Math.max(-EDGE, value));
}
function rounded(value) {
  return Math.round(100 * value) / 100;
}
export {
  MAX_CLASSES,
  MAX_POINTS,
  MIN_POINTS,
  addPoint,
  formatPoints,
  movePoint,
  nearestPoint,
  parsePoints,
  removePoint
};
