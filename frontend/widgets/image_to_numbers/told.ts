// What Python tells of a picture.

export interface Settings {
  picture: string;
  size: number;
  colour: "grey" | "rgb";
  scale: "raw" | "normalised";
}

export interface Pictures {
  pictures: { name: string; label: string }[];
  pens: string[];
  sizes: [number, number];
  scales: { name: string; label: string }[];
  most_bytes: number;
  formats: string[];
  own: string | null;
  settings: Settings;
}

export interface Shown extends Settings {
  words: string;
  /** Rows, columns, channels. */
  shape: [number, number, number];
  count: number;
  grey_weights: [number, number, number];
  /** The picture in full, as an address for an image; only where it was asked for. */
  full?: string;
}

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
