// Where the boxes of a network stand, and the numbers of its edges.

export const [ROW, TALL_ROW] = [26, 44];
const [PAD, NAME] = [8, 24];
const [ROOM, TIGHT] = [14, 6];
const [MIN_GAP, BARE_GAP, PLAIN_GAP] = [76, 36, 24];
const [BESIDE, CHIPS_PER_ROW, CHIP_ROOM, BARE_ROOM] = [8, 2, 70, 44];
/** Compact boxes in a line where layers stand one below the other. */
const PER_LINE = 5;
/** With more weights than this between two layers, each number stands at the unit that it leads to, and its edge ends there. */
export const MOST_LOOSE = 6;
const STACK_ROOM = 170;

/** The boxes of a column: how many, the most rows that each will have, and whether they have no names. */
export interface Boxes {
  count: number;
  rows: number;
  width: number;
  compact?: boolean | undefined;
}

export interface Spot {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout {
  spots: Spot[][];
  width: number;
  height: number;
}

/** From one box to the next. */
export interface Ends {
  begin: { x: number; y: number };
  end: { x: number; y: number };
}

/** Rows of boxes, one column below the other; `numbers` says of each column but the last whether the edges after it carry numbers. */
export function layOutBelow(columns: readonly Boxes[], numbers: readonly boolean[], across: number): Layout {
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
      return { x: (across * ((unit % perLine) + 0.5)) / here - width / 2, y: top + line * (height + BESIDE), width, height };
    });
  });
  const last = spots.at(-1)!.at(-1)!;
  return { spots, width: across, height: last.y + last.height };
}

/** Columns side by side. Boxes are evenly spaced within a column; columns are centred vertically. */
export function layOutBeside(columns: readonly Boxes[], numbers: readonly boolean[], across: number, row: number): Layout {
  const heights = columns.map((column) => boxHeight(column, row));
  const height = Math.max(...columns.map(({ count, compact }, c) => count * (heights[c]! + (compact ? TIGHT : ROOM)))) + 4;
  const least = columns.slice(1).map((_, c) => (numbers[c] === undefined ? PLAIN_GAP : numbers[c] ? MIN_GAP : BARE_GAP));
  const fixed = columns.reduce((total, { width }) => total + width, 4) + sum(least.slice(numbers.length));
  const share = (across - fixed) / numbers.length;
  const gaps = least.map((gap, c) => (numbers[c] === undefined ? gap : Math.max(gap, share)));
  let left = 0;
  const spots = columns.map(({ count, width }, c) => {
    const [x, tall] = [left, heights[c]!];
    left += width + (gaps[c] ?? 0);
    return Array.from({ length: count }, (_, unit) => ({ x, y: (height * (unit + 0.5)) / count - tall / 2, width, height: tall }));
  });
  return { spots, width: left, height };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function boxHeight({ rows, compact }: Boxes, row: number): number {
  return (compact ? 0 : NAME) + rows * row + PAD;
}

function gapBelow(numbers: boolean | undefined, sources: number, targets: number): number {
  if (numbers === undefined) return CHIP_ROOM;
  if (!numbers) return BARE_ROOM;
  return CHIP_ROOM + (sources * targets > MOST_LOOSE ? sources : Math.ceil((sources * targets) / CHIPS_PER_ROW)) * TALL_ROW;
}

/** Where the edge between two boxes begins and ends. */
export function ends(from: Spot, to: Spot, down: boolean): Ends {
  if (down) return { begin: { x: from.x + from.width / 2, y: from.y + from.height }, end: { x: to.x + to.width / 2, y: to.y } };
  return { begin: { x: from.x + from.width, y: from.y + from.height / 2 }, end: { x: to.x, y: to.y + to.height / 2 } };
}

/** Where the number of the edge from unit i stands: beside or above the box of its target, in the order of the sources. */
export function stackedAt({ i, end }: Ends & { i: number }, sources: number, digits: number, row: number, down: boolean): { x: number; y: number } {
  if (down) return { x: end.x, y: end.y - (sources - i - 0.5) * TALL_ROW - 4 };
  return { x: end.x - (16 + 8 * (digits + 3)) / 2 - 3, y: end.y + (i - (sources - 1) / 2) * Math.min(row + 2, STACK_ROOM / sources) };
}

interface Middle {
  x: number;
  y: number;
  width: number;
}

/** Positions for numbers of these widths on their edges, in the same order. Straight edges leave the least choice, so theirs are placed first. */
export function looseAt(edges: readonly Ends[], widths: readonly number[], row: number, down: boolean): { x: number; y: number }[] {
  const placed: Middle[] = [];
  const steepness = ({ begin, end }: Ends): number => Math.abs(down ? end.x - begin.x : end.y - begin.y);
  const found = new Map<Ends, Middle>();
  for (const edge of [...edges].sort((a, b) => steepness(a) - steepness(b))) {
    const spot = freeSpot(edge, widths[edges.indexOf(edge)]!, placed, row, down);
    placed.push(spot);
    found.set(edge, spot);
  }
  return edges.map((edge) => found.get(edge)!);
}

// A position on an edge where its chip covers no other: tried from the middle outwards, never over the boxes at its ends.
function freeSpot({ begin, end }: Ends, width: number, placed: readonly Middle[], row: number, down: boolean): Middle {
  const high = down ? TALL_ROW : row;
  const room = Math.max(0, 0.5 - (down ? (high / 2 + 2) / (end.y - begin.y) : (width / 2 + 2) / (end.x - begin.x)));
  const tries = Array.from({ length: 25 }, (_, i) => {
    const along = 0.5 + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * (room / 12);
    const spot = { x: begin.x + along * (end.x - begin.x), y: begin.y + along * (end.y - begin.y), width };
    const apart = placed.map((other) => Math.max(Math.abs(spot.x - other.x) / ((width + other.width) / 2), Math.abs(spot.y - other.y) / (high + 2)));
    return { spot, apart: Math.min(1, ...apart) };
  });
  return tries.reduce((best, each) => (each.apart > best.apart + 0.01 ? each : best)).spot;
}
