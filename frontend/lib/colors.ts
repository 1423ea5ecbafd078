// Colour scales. Values run from orange (−) through a neutral to blue (+): distinguishable with any common form of colour vision.
// Colours are mixed in OKLab (Björn Ottosson, 2020), where equal distances look equal.
import { COLORS, type ColorName, type Theme } from "./palette.ts";

export type { Theme } from "./palette.ts";

type Triple = readonly [number, number, number];

/** How much of the pole remains in the decision map, so that points of the same colour stand out from it. */
const MAP_STRENGTH = 0.62;

/** The colour for a value between −1 and 1 as [red, green, blue], 0 to 255. */
export function signedColor(value: number, theme: Theme): Triple {
  const pole = value < 0 ? COLORS.negative : COLORS.positive;
  return mix(parse(COLORS.neutral[theme]), parse(pole[theme]), Math.min(1, Math.abs(value)));
}

/** 256 pixels for bytes where 128 is zero, 255 is +1 and 1 is −1. */
export function signedTable(theme: Theme): Uint32Array {
  return table((byte) => signedColor((byte - 128) / 127, theme));
}

/** 256 pixels for a probability in bytes where 128 is 0 (surely class 0) and 255 is 1 (surely class 1). */
export function probabilityTable(theme: Theme): Uint32Array {
  return table((byte) => signedColor(Math.max(0, (byte - 128) / 127) * 2 - 1, theme));
}

/** 256 pixels for bytes from 0 (surely class 0) to 255 (surely class 1). */
export function mapTable(theme: Theme): Uint32Array {
  return table((byte) => signedColor((byte / 127.5 - 1) * MAP_STRENGTH, theme));
}

/** 256 pixels for fractions in bytes, from 0 (neutral) to 255 (`strength` times the positive pole). */
export function fractionTable(theme: Theme, strength = 1): Uint32Array {
  return table((byte) => signedColor((byte / 255) * strength, theme));
}

/** 256 pixels for how sure a network is of a class, from 0 (neutral) to 255 (the class's colour, weakened for the map). */
export function classTable(name: ColorName, theme: Theme): Uint32Array {
  const [from, to] = [parse(COLORS.neutral[theme]), parse(COLORS[name][theme])];
  return table((byte) => mix(from, to, (byte / 255) * 0.5));
}

/** The index of a fraction, clamped to 0 to 1, in a table of 256. */
export function byteOf(fraction: number): number {
  return Math.round(255 * Math.min(1, Math.max(0, fraction)));
}

/** Paint bytes through a table into the pixels of an ImageData. */
export function paint(bytes: Uint8Array, colors: Uint32Array, pixels: Uint32Array): void {
  for (let i = 0; i < pixels.length; i++) pixels[i] = colors[bytes[i]!]!;
}

/** The ratio of two colours' luminances as WCAG 2 defines it, 1 to 21. */
export function contrast(first: string, second: string): number {
  const [low, high] = [luminance(parse(first)), luminance(parse(second))].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

// Canvas pixels are red, green, blue, alpha in memory: on every little-endian machine that is 0xAABBGGRR.
function table(color: (byte: number) => Triple): Uint32Array {
  const colors = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const [red, green, blue] = color(byte);
    colors[byte] = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  }
  return colors;
}

function parse(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function mix(from: Triple, to: Triple, fraction: number): Triple {
  const [a, b] = [toLab(from), toLab(to)];
  return fromLab([0, 1, 2].map((i) => a[i]! + (b[i]! - a[i]!) * fraction) as unknown as Triple);
}

function luminance(color: Triple): number {
  const [red, green, blue] = color.map(linear) as unknown as Triple;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(byte: number): number {
  const fraction = byte / 255;
  return fraction <= 0.04045 ? fraction / 12.92 : ((fraction + 0.055) / 1.055) ** 2.4;
}

function gamma(fraction: number): number {
  const curved = fraction <= 0.0031308 ? 12.92 * fraction : 1.055 * fraction ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, curved)));
}

function toLab(color: Triple): Triple {
  const [red, green, blue] = color.map(linear) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
