// lib/colors.ts
import { COLORS } from "./palette.js";
var MAP_STRENGTH = 0.62;
function signedColor(value, theme) {
  const pole = value < 0 ? COLORS.negative : COLORS.positive;
  return mix(parse(COLORS.neutral[theme]), parse(pole[theme]), Math.min(1, Math.abs(value)));
}
function signedTable(theme) {
  return table((byte) => signedColor((byte - 128) / 127, theme));
}
function probabilityTable(theme) {
  return table((byte) => signedColor(Math.max(0, (byte - 128) / 127) * 2 - 1, theme));
}
function mapTable(theme) {
  return table((byte) => signedColor((byte / 127.5 - 1) * MAP_STRENGTH, theme));
}
function fractionTable(theme, strength = 1) {
  return table((byte) => signedColor(byte / 255 * strength, theme));
}
function classTable(name, theme) {
  const [from, to] = [parse(COLORS.neutral[theme]), parse(COLORS[name][theme])];
  return table((byte) => mix(from, to, byte / 255 * 0.5));
}
function byteOf(fraction) {
  return Math.round(255 * Math.min(1, Math.max(0, fraction)));
}
function paint(bytes, colors, pixels) {
  for (let i = 0; i < pixels.length; i++) pixels[i] = colors[bytes[i]];
}
function contrast(first, second) {
  const [low, high] = [luminance(parse(first)), luminance(parse(second))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
function table(color) {
  const colors = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const [red, green, blue] = color(byte);
    colors[byte] = (255 << 24 | blue << 16 | green << 8 | red) >>> 0;
  }
  return colors;
}
function parse(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, value >> 8 & 255, value & 255];
}
function mix(from, to, fraction) {
  const [a, b] = [toLab(from), toLab(to)];
  return fromLab([0, 1, 2].map((i) => a[i] + (b[i] - a[i]) * fraction));
}
function luminance(color) {
  const [red, green, blue] = color.map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function linear(byte) {
  const fraction = byte / 255;
  return fraction <= 0.04045 ? fraction / 12.92 : ((fraction + 0.055) / 1.055) ** 2.4;
}
function gamma(fraction) {
  const curved = fraction <= 31308e-7 ? 12.92 * fraction : 1.055 * fraction ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, curved)));
}
function toLab(color) {
  const [red, green, blue] = color.map(linear);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  ];
}
function fromLab([lightness, a, b]) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  ];
}
export {
  byteOf,
  classTable,
  contrast,
  fractionTable,
  mapTable,
  paint,
  probabilityTable,
  signedColor,
  signedTable
};
