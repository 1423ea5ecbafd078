// lib/diagram.ts
function layOut(columns, measures) {
  const { width, smallest, top, gap } = measures;
  const tallest = Math.max(...columns);
  const height = Math.max(measures.height, top + tallest * (smallest + gap));
  const unit = unitSide(columns, { ...measures, height });
  const pitch = Math.min((height - top) / tallest, 1.7 * unit);
  const places = columnPlaces(columns.length, width, smallest);
  const units = columns.map(
    (count, column) => Array.from({ length: count }, (_, i) => ({
      x: places[column],
      y: top + (height - top) / 2 + (i - (count - 1) / 2) * pitch
    }))
  );
  return { unit, units, edges: connect(units, unit / 2), height };
}
function columnPlaces(columns, width, side) {
  const margin = side / 2 + Math.min(12, width / 60);
  const spread = (width - 2 * margin) / Math.max(1, columns - 1);
  return Array.from({ length: columns }, (_, column) => margin + column * spread);
}
function unitSide(columns, { width, height, top, gap, smallest, largest }) {
  const down = (height - top) / Math.max(...columns) - gap;
  const across = smallest + 2 * Math.min(12, width / 60);
  return Math.round(Math.max(smallest, Math.min(down, across, largest)));
}
function edgePath({ begin, end }) {
  const middle = (begin.x + end.x) / 2;
  return `M${round(begin.x)} ${round(begin.y)}C${round(middle)} ${round(begin.y)} ${round(middle)} ${round(end.y)} ${round(end.x)} ${round(end.y)}`;
}
function edgeHeight({ begin, end }, x) {
  const fraction = (x - begin.x) / (end.x - begin.x);
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    if (t * (1.5 + t * (t - 1.5)) < fraction) low = t;
    else high = t;
  }
  return begin.y + (end.y - begin.y) * low * low * (3 - 2 * low);
}
function nearestEdge(edges, point, reach) {
  let [best, distance] = [-1, reach];
  edges.forEach((edge, i) => {
    if (point.x <= edge.begin.x || point.x >= edge.end.x) return;
    const away = Math.abs(edgeHeight(edge, point.x) - point.y);
    if (away < distance) [best, distance] = [i, away];
  });
  return best;
}
function edgeWidth(weight) {
  return round(Math.min(7, 0.6 + 2.2 * Math.sqrt(Math.abs(weight)) * Math.min(1, Math.abs(weight) + 0.3)));
}
function connect(units, half) {
  const edges = [];
  for (let column = 0; column + 1 < units.length; column++) {
    units[column].forEach(
      (source, from) => units[column + 1].forEach((target, to) => {
        const begin = { x: source.x + half, y: source.y };
        edges.push({ column, from, to, begin, end: { x: target.x - half, y: target.y } });
      })
    );
  }
  return edges;
}
function round(value) {
  return Math.round(value * 10) / 10;
}
export {
  columnPlaces,
  edgeHeight,
  edgePath,
  edgeWidth,
  layOut,
  nearestEdge
};
