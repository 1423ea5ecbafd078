import assert from "node:assert/strict";
import { test } from "node:test";
import { contour, heightAt, heights } from "../lib/grid.ts";

const side = 5;
const plane = new Float32Array(Array.from({ length: side * side }, (_, i) => (i % side) + 10 * Math.floor(i / side)));

test("heights go from 0 to 1, bent or not, and pass over what is not finite", () => {
  for (const bend of [0, 50]) {
    const { fraction, low, high } = heights([3, 1, Infinity, 5, NaN], bend);
    assert.deepEqual([low, high, fraction(1), fraction(5), fraction(99)], [1, 5, 0, 1, 1]);
    assert.ok(fraction(2) > 0 && fraction(2) < fraction(3));
  }
  assert.ok(heights([0, 1], 50).fraction(0.1) > 0.3);
  assert.equal(heights([0, 1], 0).fraction(0.1), 0.1);
});

test("a height between grid places lies between theirs", () => {
  const grid = { values: plane, side, x: [0, 4], y: [0, 4] } as const;
  assert.equal(heightAt(grid, 2, 3), 32);
  assert.equal(heightAt(grid, 1.5, 0.25), 4);
  assert.equal(heightAt(grid, 4, 4), 44);
  assert.equal(heightAt(grid, 99, -99), 4);
});

test("a contour of a plane is a straight line where the plane has that value", () => {
  const pieces = contour(plane, side, 15);
  assert.ok(pieces.length >= 4 * (side - 1));
  for (let i = 0; i < pieces.length; i += 2) {
    assert.ok(Math.abs(pieces[i]! + 10 * pieces[i + 1]! - 15) < 1e-5);
  }
  assert.deepEqual(contour(plane, side, 99), []);
});
