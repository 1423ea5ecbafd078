// lib/network_layout.ts
var [ROW, TALL_ROW] = [26, 44];
var [PAD, NAME] = [8, 24];
var [ROOM, TIGHT] = [14, 6];
var [MIN_GAP, BARE_GAP, PLAIN_GAP] = [76, 36, 24];
var [BESIDE, CHIPS_PER_ROW, CHIP_ROOM, BARE_ROOM] = [8, 2, 70, 44];
var PER_LINE = 5;
var MOST_LOOSE = 6;
var STACK_ROOM = 170;
function layOutBelow(columns, numbers, across) {
  let y = 0;
  const spots = columns.map((column, c) => {
    const { count } = column;
    const perLine = column.compact ? Math.min(count, PER_LINE) : count;
    const width = Math.min(column.width, (across - BESIDE * (perLine - 1)) / perLine);
    const [top, height] = [y, boxHeight(column, TALL_ROW)];
    y += Math.ceil(count / perLine) * (height + BESIDE) - BESIDE + gapBelow(numbers[c], count, columns[c + 1]?.count ?? 0);
    return Array.from({ length: count }, (_, unit) => {
      const line = Math.floor(unit / perLine);
      const here = Math.min(perLine, count - line * perLine);
      return { x: across * (unit % perLine + 0.5) / here - width / 2, y: top + line * (height + BESIDE), width, height };
    });
  });
  const last = spots.at(-1).at(-1);
  return { spots, width: across, height: last.y + last.height };
}
function layOutBeside(columns, numbers, across, row) {
  const heights = columns.map((column) => boxHeight(column, row));
  const height = Math.max(...columns.map(({ count, compact }, c) => count * (heights[c] + (compact ? TIGHT : ROOM)))) + 4;
  const least = columns.slice(1).map((_, c) => numbers[c] === void 0 ? PLAIN_GAP : numbers[c] ? MIN_GAP : BARE_GAP);
  const fixed = columns.reduce((total, { width }) => total + width, 4) + sum(least.slice(numbers.length));
  const share = (across - fixed) / numbers.length;
  const gaps = least.map((gap, c) => numbers[c] === void 0 ? gap : Math.max(gap, share));
  let left = 0;
  const spots = columns.map(({ count, width }, c) => {
    const [x, tall] = [left, heights[c]];
    left += width + (gaps[c] ?? 0);
    return Array.from({ length: count }, (_, unit) => ({ x, y: height * (unit + 0.5) / count - tall / 2, width, height: tall }));
  });
  return { spots, width: left, height };
}
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
function boxHeight({ rows, compact }, row) {
  return (compact ? 0 : NAME) + rows * row + PAD;
}
function gapBelow(numbers, sources, targets) {
  if (numbers === void 0) return CHIP_ROOM;
  if (!numbers) return BARE_ROOM;
  return CHIP_ROOM + (sources * targets > MOST_LOOSE ? sources : Math.ceil(sources * targets / CHIPS_PER_ROW)) * TALL_ROW;
}
function ends(from, to, down) {
  if (down) return { begin: { x: from.x + from.width / 2, y: from.y + from.height }, end: { x: to.x + to.width / 2, y: to.y } };
  return { begin: { x: from.x + from.width, y: from.y + from.height / 2 }, end: { x: to.x, y: to.y + to.height / 2 } };
}
function stackedAt({ i, end }, sources, digits, row, down) {
  if (down) return { x: end.x, y: end.y - (sources - i - 0.5) * TALL_ROW - 4 };
  return { x: end.x - (16 + 8 * (digits + 3)) / 2 - 3, y: end.y + (i - (sources - 1) / 2) * Math.min(row + 2, STACK_ROOM / sources) };
}
function looseAt(edges, widths, row, down) {
  const placed = [];
  const steepness = ({ begin, end }) => Math.abs(down ? end.x - begin.x : end.y - begin.y);
  const found = /* @__PURE__ */ new Map();
  for (const edge of [...edges].sort((a, b) => steepness(a) - steepness(b))) {
    const spot = freeSpot(edge, widths[edges.indexOf(edge)], placed, row, down);
    placed.push(spot);
    found.set(edge, spot);
  }
  return edges.map((edge) => found.get(edge));
}
function freeSpot({ begin, end }, width, placed, row, down) {
  const high = down ? TALL_ROW : row;
  const room = Math.max(0, 0.5 - (down ? (high / 2 + 2) / (end.y - begin.y) : (width / 2 + 2) / (end.x - begin.x)));
  const tries = Array.from({ length: 25 }, (_, i) => {
    const along = 0.5 + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * (room / 12);
    const spot = { x: begin.x + along * (end.x - begin.x), y: begin.y + along * (end.y - begin.y), width };
    const apart = placed.map((other) => Math.max(Math.abs(spot.x - other.x) / ((width + other.width) / 2), Math.abs(spot.y - other.y) / (high + 2)));
    return { spot, apart: Math.min(1, ...apart) };
  });
  return tries.reduce((best, each) => each.apart > best.apart + 0.01 ? each : best).spot;
}
export {
  MOST_LOOSE,
  ROW,
  TALL_ROW,
  ends,
  layOutBelow,
  layOutBeside,
  looseAt,
  stackedAt
};
