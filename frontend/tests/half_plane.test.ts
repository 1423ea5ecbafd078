import assert from "node:assert/strict";
import { test } from "node:test";
import { along, cornersOf, cut, movedTo, nearestOn, sumAt, turnedTo, type LineOf } from "../lib/half_plane.ts";

const line: LineOf = { weight: [1, 1], bias: -1.5 };
const box = { x: [0, 1], y: [0, 1] } as const;

function area(shape: readonly (readonly [number, number])[]): number {
  return Math.abs(shape.reduce((sum, [x, y], i) => sum + x * shape[(i + 1) % shape.length]![1] - y * shape[(i + 1) % shape.length]![0], 0)) / 2;
}

test("a line cuts a box into its two sides", () => {
  const [yes, no] = [cut(cornersOf(box), line), cut(cornersOf(box), line, -1)];
  assert.ok(Math.abs(area(yes) - 0.125) < 1e-12);
  assert.ok(Math.abs(area(no) - 0.875) < 1e-12);
  assert.deepEqual(cut(cornersOf(box), { weight: [0, 0], bias: 1 }), cornersOf(box));
  assert.deepEqual(cut(cornersOf(box), { weight: [0, 0], bias: -1 }), []);
});

test("a moved line passes where it was put, with the same weights", () => {
  const moved = movedTo(line, [0.2, 0.3]);
  assert.ok(Math.abs(sumAt(moved, [0.2, 0.3])) < 1e-12);
  assert.deepEqual(moved.weight, line.weight);
});

test("a turned line still passes where it is held, and its weights keep their length", () => {
  const from = nearestOn(line, [0, 0])!;
  const turned = turnedTo(line, from, [from[0] + 1, from[1]]);
  assert.ok(Math.abs(sumAt(turned, from)) < 1e-12);
  assert.ok(Math.abs(Math.hypot(...turned.weight) - Math.hypot(...line.weight)) < 1e-12);
  assert.deepEqual(along(turned).map((value) => Math.round(value * 1e9) / 1e9 + 0), [1, 0]);
  assert.equal(turnedTo(line, from, from), line);
});

test("without weights there is no line", () => {
  assert.equal(nearestOn({ weight: [0, 0], bias: 1 }, [0, 0]), null);
});
