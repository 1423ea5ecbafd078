import assert from "node:assert/strict";
import { test } from "node:test";
import { byteOf, contrast, mapTable, paint, probabilityTable, fractionTable, signedColor, signedTable } from "../lib/colors.ts";
import { COLORS } from "../lib/palette.ts";

const THEMES = ["light", "dark"] as const;

function hex(color: readonly number[]): string {
  return "#" + color.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
}

test("both poles and the middle are the palette's own colours", () => {
  for (const theme of THEMES) {
    const ends = [COLORS.negative, COLORS.neutral, COLORS.positive].map((color) => color[theme]);
    assert.deepEqual([-1, 0, 1].map((value) => hex(signedColor(value, theme))), ends);
  }
});

test("values beyond the scale have its end's colour", () => {
  assert.deepEqual(signedColor(7, "light"), signedColor(1, "light"));
});

test("a table of fractions has the colours of the fractions, and ends where they end", () => {
  for (const theme of THEMES) {
    const pixel = (fraction: number, strength: number): number[] => {
      const color = fractionTable(theme, strength)[byteOf(fraction)]!;
      return [color & 255, (color >> 8) & 255, (color >> 16) & 255, color >>> 24];
    };
    for (const fraction of [0, 0.2, 0.6, 1]) assert.deepEqual(pixel(fraction, 0.75), [...signedColor(fraction * 0.75, theme), 255]);
    assert.deepEqual([pixel(-3, 1), pixel(9, 1)], [pixel(0, 1), pixel(1, 1)]);
  }
});

test("a byte means the same in every table", () => {
  for (const theme of THEMES) {
    const [signed, probability, map] = [signedTable(theme), probabilityTable(theme), mapTable(theme)];
    assert.equal(signed.length, 256);
    assert.equal(probability[255], signed[255], "class 1 is the positive pole");
    assert.equal(probability[128], signed[1], "class 0 is the negative pole");
    assert.notEqual(map[0], map[255]);
  }
});

test("painting looks every byte up", () => {
  const pixels = new Uint32Array(3);
  paint(new Uint8Array([2, 0, 1]), new Uint32Array([10, 11, 12]), pixels);
  assert.deepEqual([...pixels], [12, 10, 11]);
});

test("contrast is WCAG's: black on white is 21", () => {
  assert.equal(Number(contrast("#000000", "#ffffff").toFixed(6)), 21);
  assert.equal(contrast("#777777", "#777777"), 1);
});
