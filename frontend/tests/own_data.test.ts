import assert from "node:assert/strict";
import { test } from "node:test";
import { setLayer, withLayerAfter, withoutLayer } from "../lib/layers.ts";
import { levelIn, withLevel } from "../lib/level.ts";
import { addPoint, formatPoints, movePoint, nearestPoint, parsePoints, removePoint } from "../lib/own_points.ts";
import { guessColumns, parseTable, toPoints } from "../lib/pasted_table.ts";
import type { Spec } from "../lib/protocol.ts";

const points = parsePoints("0,0,0;1,-1.25,1");

test("own points are text and back", () => {
  assert.deepEqual(points, [{ x: 0, y: 0, label: 0 }, { x: 1, y: -1.25, label: 1 }]);
  assert.equal(formatPoints(points), "0,0,0;1,-1.25,1");
});

test("points are added on the map only, moved, and removed down to two", () => {
  assert.deepEqual(addPoint(points, [5, 0.5], 3).at(-1), { x: 2, y: 0.5, label: 3 });
  assert.deepEqual(movePoint(points, 1, [0.5, -3])[1], { x: 0.5, y: -2, label: 1 });
  assert.equal(removePoint(points, 0).length, 2);
  assert.equal(removePoint(addPoint(points, [1, 1], 0), 0).length, 2);
  assert.equal(nearestPoint(points, [0.9, -1], 0.5), 1);
  assert.equal(nearestPoint(points, [2, 2], 0.5), -1);
});

test("a table with names, a decimal comma and words as classes becomes points on the map", () => {
  const table = parseTable('name;width;kind;height\n"a";10,5;rose;1\nb;20,5;tulip;2\nc;30,5;rose;3\n');
  assert.deepEqual(table.names, ["name", "width", "kind", "height"]);
  assert.deepEqual(guessColumns(table), { x: 1, y: 3, label: 2 });
  const made = toPoints(table, { x: 1, y: 3, label: 2 });
  assert.deepEqual(made.map(({ x, label }) => [x, label]), [[-1.5, 0], [0, 1], [1.5, 0]]);
});

test("what can't be points is said in a sentence", () => {
  const table = parseTable("1,2,0\n1,a,1");
  assert.throws(() => toPoints(table, guessColumns(table)), /Row 2 has “a” in column 2/);
  assert.throws(() => toPoints(parseTable("1,2,0"), { x: 0, y: 1, label: 2 }), /2 to 500 rows/);
  assert.throws(() => toPoints(table, { x: 0, y: 0, label: 2 }), /three different columns/);
});

const spec = { hidden: [3, 5], activations: ["relu"], normalisations: [], dropouts: [0, 0.5], initializers: [] } as unknown as Spec;

test("a layer takes its settings along", () => {
  assert.deepEqual(withoutLayer(spec, 0), { hidden: [5], activations: ["network"], normalisations: ["none"], dropouts: [0.5], initializers: ["glorot_uniform"] });
  assert.deepEqual(withLayerAfter(spec, 0).dropouts, [0, 0, 0.5]);
  assert.deepEqual(withLayerAfter(spec, 1).hidden, [3, 5, 5]);
  assert.deepEqual(setLayer(spec, "activations", 1, "tanh"), { activations: ["relu", "tanh"] });
});

test("the level is part of a link, and unknown ones are the first", () => {
  assert.equal(levelIn(withLevel("#data=xor", "build")), "build");
  assert.equal(withLevel("#data=xor", "play"), "#data=xor");
  assert.equal(levelIn("#level=magic"), "play");
});
