// Pixels as colours, and text that is legible on them.
import { COLORS } from "./palette.ts";

export type ChannelName = "grey" | "red" | "green" | "blue";

export const CHANNELS: Record<number, readonly ChannelName[]> = { 1: ["grey"], 3: ["red", "green", "blue"] };

type Triple = [number, number, number];

/** The colour of one channel alone at a level from 0 to 255. */
export function channelColor(level: number, channel: ChannelName): Triple {
  if (channel === "grey") return [level, level, level];
  return [channel === "red" ? level : 0, channel === "green" ? level : 0, channel === "blue" ? level : 0];
}

/** Black or white, whichever contrasts more with a colour: at least 4.5 on any. */
export function inkOn(color: Triple): string {
  const [red, green, blue] = color.map(linear) as Triple;
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (light + 0.05) ** 2 > 1.05 * 0.05 ? COLORS.black.light : COLORS.white.light;
}

/** The colour of a pixel of an image with one or three channels. */
export function pixelColor(levels: ArrayLike<number>, pixel: number, channels: number): Triple {
  const at = (channel: number): number => levels[pixel * channels + Math.min(channel, channels - 1)]!;
  return [at(0), at(1), at(2)];
}

export function css([red, green, blue]: Triple): string {
  return `rgb(${red} ${green} ${blue})`;
}

/** A step of the arrow keys, Home and End from one cell of a square grid to another; null for any other key. */
export function stepFrom(cell: number, side: number, key: string): number | null {
  const [row, column] = [Math.floor(cell / side), cell % side];
  const held = (place: number): number => Math.min(side - 1, Math.max(0, place));
  switch (key) {
    case "ArrowLeft":
      return row * side + held(column - 1);
    case "ArrowRight":
      return row * side + held(column + 1);
    case "ArrowUp":
      return held(row - 1) * side + column;
    case "ArrowDown":
      return held(row + 1) * side + column;
    case "Home":
      return row * side;
    case "End":
      return row * side + side - 1;
    default:
      return null;
  }
}

function linear(byte: number): number {
  const fraction = byte / 255;
  return fraction <= 0.04045 ? fraction / 12.92 : ((fraction + 0.055) / 1.055) ** 2.4;
}
