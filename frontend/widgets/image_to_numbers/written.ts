// An image as numbers, and how they are formatted.
import type { Shown } from "../../wire/image_to_numbers.ts";

/** An image as numbers, on two scales: 0 to 255 and 0 to 1; the channels of each pixel are adjacent. */
export interface Numbers {
  head: Shown;
  levels: Float32Array;
  values: Float32Array;
}

/** One number as formatted in the grid. */
export function written({ head, levels, values }: Numbers, place: number): string {
  return head.scale === "raw" ? String(levels[place]) : values[place]!.toFixed(2);
}

export function placeWords(pixel: number, side: number): string {
  return `row ${Math.floor(pixel / side) + 1}, column ${(pixel % side) + 1}`;
}
