// A picture as numbers, and how they are written.
import type { Shown } from "../../wire/image_to_numbers.ts";

/** A picture as numbers: the same ones twice, from 0 to 255 and from 0 to 1, channel after channel in each pixel. */
export interface Numbers {
  head: Shown;
  levels: Float32Array;
  values: Float32Array;
}

/** One number as it stands in the grid. */
export function written({ head, levels, values }: Numbers, place: number): string {
  return head.scale === "raw" ? String(levels[place]) : values[place]!.toFixed(2);
}

export function placeWords(pixel: number, side: number): string {
  return `row ${Math.floor(pixel / side) + 1}, column ${(pixel % side) + 1}`;
}
