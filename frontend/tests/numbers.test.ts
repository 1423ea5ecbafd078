import assert from "node:assert/strict";
import { test } from "node:test";
import { decimal, percent, short, subscript, tickLabel, whole } from "../lib/numbers.ts";
import { fromLogSlider, linearScale, logScale, logTicks, ticks, toLogSlider } from "../lib/scales.ts";

test("decimals keep their number of digits, and say what is no number", () => {
  assert.equal(decimal(-0.5), "−0.500");
  assert.equal(decimal(0), "0.000");
  assert.equal(decimal(0.0004999), "5.00·10⁻⁴");
  assert.equal(decimal(123456), "1.23·10⁵");
  assert.equal(decimal(Number.NaN), "not a number");
  assert.equal(decimal(-Infinity), "−∞");
});

test("short, whole, fraction, index", () => {
  assert.equal(short(0.1 + 0.2), "0.3");
  assert.equal(whole(1234567), "1\u202f234\u202f567");
  assert.equal(whole(-999), "−999");
  assert.equal(percent(0.9865), "98.7 %");
  assert.equal(subscript(12), "₁₂");
  assert.deepEqual([5000, 20000, 2.5e6].map(tickLabel), ["5000", "20k", "2.5M"]);
});

test("the labels of ticks far from 1 are powers of ten, never 1e+23", () => {
  assert.deepEqual([1e23, 2e9, -1e9, 5e8, 999_500].map(tickLabel), ["10²³", "2·10⁹", "−10⁹", "500M", "1000k"]);
  assert.deepEqual([0, 0.0001, 0.00005, -1e-7, 1.25e-22].map(tickLabel), ["0", "0.0001", "5·10⁻⁵", "−10⁻⁷", "1.25·10⁻²²"]);
});

test("scales map both ends, and values below a logarithmic one land at its low end", () => {
  const linear = linearScale([0, 10], [100, 0]);
  assert.deepEqual([0, 5, 10].map(linear), [100, 50, 0]);
  const log = logScale([0.01, 1], [0, 1]);
  assert.deepEqual([0, 0.01, 0.1, 1].map((value) => Number(log(value).toFixed(9))), [0, 0, 0.5, 1]);
  assert.equal(linearScale([3, 3], [0, 1])(3), 0);
});

test("ticks are round numbers within the ends", () => {
  assert.deepEqual(ticks(0, 1, 4), [0, 0.5, 1]);
  assert.deepEqual(ticks(-2, 2, 4), [-2, -1, 0, 1, 2]);
  assert.deepEqual(logTicks(0.001, 1), [0.001, 0.01, 0.1, 1]);
  assert.deepEqual(logTicks(0.2, 0.9), [0.2, 0.5]);
});

test("a slider for rates comes back to the value it showed", () => {
  for (const value of [0.0001, 0.003, 0.1, 0.32, 10]) {
    assert.equal(fromLogSlider(toLogSlider(value, 0.0001, 10), 0.0001, 10), value);
  }
});
