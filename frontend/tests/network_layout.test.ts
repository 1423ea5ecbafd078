// Where the boxes of a network stand: side by side or one below the other, never over each other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { layOutBelow, layOutBeside, looseAt, ROW, type Boxes, type Spot } from "../lib/network_layout.ts";

function overlaps(spots: Spot[]): number {
  const apart = (a: Spot, b: Spot): boolean => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
  return spots.flatMap((a, i) => spots.slice(i + 1).filter((b) => !apart(a, b))).length;
}

const compact = (count: number): Boxes => ({ count, rows: 1, width: 58, compact: true });
const NETWORKS: Boxes[][] = [
  [{ count: 2, rows: 1, width: 104 }, { count: 2, rows: 3, width: 124 }, { count: 1, rows: 3, width: 124 }],
  [10, 10, 7, 1, 10, 3, 10, 10].map(compact),
  [compact(10), compact(10)],
];

test("no box stands over another, on a wide page and on a phone", () => {
  for (const columns of NETWORKS) {
    const numbers = columns.slice(1).map(() => !columns[0]!.compact);
    for (const width of [320, 390, 740, 1280]) {
      for (const { spots, width: wide } of [layOutBeside(columns, numbers, width, ROW), layOutBelow(columns, numbers, width)]) {
        assert.deepEqual(spots.map((column) => column.length), columns.map(({ count }) => count));
        assert.equal(overlaps(spots.flat()), 0);
        assert.ok(spots.flat().every(({ x, width }) => x >= 0 && x + width <= wide + 1));
      }
    }
  }
});

test("one below the other, nothing is wider than the page, and ten boxes take two lines", () => {
  const { spots, width } = layOutBelow([compact(10), compact(3)], [false], 340);
  assert.equal(width, 340);
  assert.equal(new Set(spots[0]!.map(({ y }) => y)).size, 2);
  assert.equal(new Set(spots[1]!.map(({ y }) => y)).size, 1);
});

test("numbers on crossing edges are kept apart", () => {
  const edges = [0, 100].flatMap((from) => [0, 100].map((to) => ({ begin: { x: 0, y: from }, end: { x: 300, y: to } })));
  const places = looseAt(edges, [50, 50, 50, 50], ROW, false);
  places.forEach((a, i) => places.slice(i + 1).forEach((b) => assert.ok(Math.abs(a.x - b.x) >= 50 || Math.abs(a.y - b.y) >= ROW, `${a.x} ${a.y} ${b.x} ${b.y}`)));
});
