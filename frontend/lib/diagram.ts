// The layout of the network diagram, and which edge is under a point.

export interface Place {
  x: number;
  y: number;
}

export interface Edge {
  /** Column of the unit it comes from: 0 for the inputs. */
  column: number;
  from: number;
  to: number;
  begin: Place;
  end: Place;
}

export interface Diagram {
  /** Side of a unit's image. */
  unit: number;
  /** The centre of every unit, by column. */
  units: Place[][];
  edges: Edge[];
  height: number;
}

export interface Measures {
  width: number;
  /** Minimum and maximum side of a unit's image; it grows if there is room. */
  smallest: number;
  largest: number;
  /** Room above the units for the column headings. */
  top: number;
  /** Minimum gap between two units of a column. */
  gap: number;
  /** Height to fill. */
  height: number;
}

export function layOut(columns: number[], measures: Measures): Diagram {
  const { width, smallest, top, gap } = measures;
  const tallest = Math.max(...columns);
  const height = Math.max(measures.height, top + tallest * (smallest + gap));
  const unit = unitSide(columns, { ...measures, height });
  const pitch = Math.min((height - top) / tallest, 1.7 * unit);
  const places = columnPlaces(columns.length, width, smallest);
  const units = columns.map((count, column) =>
    Array.from({ length: count }, (_, i) => ({
      x: places[column]!,
      y: top + (height - top) / 2 + (i - (count - 1) / 2) * pitch,
    })),
  );
  return { unit, units, edges: connect(units, unit / 2), height };
}

/** The horizontal centre of every column. The outer ones leave room for the largest image. */
export function columnPlaces(columns: number, width: number, side: number): number[] {
  const margin = side / 2 + Math.min(12, width / 60);
  const spread = (width - 2 * margin) / Math.max(1, columns - 1);
  return Array.from({ length: columns }, (_, column) => margin + column * spread);
}

function unitSide(columns: number[], { width, height, top, gap, smallest, largest }: Measures): number {
  const down = (height - top) / Math.max(...columns) - gap;
  const across = smallest + 2 * Math.min(12, width / 60);
  return Math.round(Math.max(smallest, Math.min(down, across, largest)));
}

/** The path of an edge: a curve that leaves and arrives horizontally. */
export function edgePath({ begin, end }: Edge): string {
  const middle = (begin.x + end.x) / 2;
  return `M${round(begin.x)} ${round(begin.y)}C${round(middle)} ${round(begin.y)} ${round(middle)} ${round(end.y)} ${round(end.x)} ${round(end.y)}`;
}

/** The height of an edge's curve at x, which must be between its ends. */
export function edgeHeight({ begin, end }: Edge, x: number): number {
  const fraction = (x - begin.x) / (end.x - begin.x);
  // Along the curve, x goes as 1.5t − 1.5t² + t³ and y as 3t² − 2t³; x increases with t, so bisection finds t.
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    if (t * (1.5 + t * (t - 1.5)) < fraction) low = t;
    else high = t;
  }
  return begin.y + (end.y - begin.y) * low * low * (3 - 2 * low);
}

/** The index of the edge vertically nearest to a point, or −1 if none is within reach. */
export function nearestEdge(edges: Edge[], point: Place, reach: number): number {
  let [best, distance] = [-1, reach];
  edges.forEach((edge, i) => {
    if (point.x <= edge.begin.x || point.x >= edge.end.x) return;
    const away = Math.abs(edgeHeight(edge, point.x) - point.y);
    if (away < distance) [best, distance] = [i, away];
  });
  return best;
}

/** The width of an edge: up to 7 pixels, by the size of its weight. */
export function edgeWidth(weight: number): number {
  return round(Math.min(7, 0.6 + 2.2 * Math.sqrt(Math.abs(weight)) * Math.min(1, Math.abs(weight) + 0.3)));
}

function connect(units: Place[][], half: number): Edge[] {
  const edges: Edge[] = [];
  for (let column = 0; column + 1 < units.length; column++) {
    units[column]!.forEach((source, from) =>
      units[column + 1]!.forEach((target, to) => {
        const begin = { x: source.x + half, y: source.y };
        edges.push({ column, from, to, begin, end: { x: target.x - half, y: target.y } });
      }),
    );
  }
  return edges;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
