// Made by tools/wire.py from src/glassnet/widgets/image_to_numbers: don't edit, run `make generate`.
import type { Choice, Received, Upload } from "./shared.ts";

/** What there is to choose from, and what is chosen. */
export interface Pictures {
}

/** A picture as numbers, and with full the picture itself. */
export interface Show {
  picture: string;
  size: number;
  colour: string;
  scale: string;
  full?: boolean | undefined;
}

/** Draw a line, or clear the drawing where no points are given, and show the drawing. */
export interface Draw {
  size: number;
  colour: string;
  scale: string;
  points: [number, number][];
  pen?: string | undefined;
  picture?: string | undefined;
}

/** All choices, what a file may be, and the settings in force. */
export interface PicturesView {
  pictures: Choice[];
  pens: string[];
  sizes: [number, number];
  scales: Choice[];
  most_bytes: number;
  formats: string[];
  own: string | null;
  settings: ImageSettings;
}

/** Which picture is shown, and as which numbers. */
export interface ImageSettings {
  picture: string;
  size: number;
  colour: string;
  scale: string;
}

/** Buffers: the numbers from 0 to 255, and from 0 to 1, channel after channel in each pixel. shape is rows, columns, channels; full the picture as an address for an image, where it was asked for. */
export interface Shown {
  picture: string;
  size: number;
  colour: string;
  scale: string;
  words: string;
  shape: [number, number, number];
  count: number;
  grey_weights: [number, number, number];
  full?: string;
}

/** What each kind of request asks, and what it is told. */
export interface Wire {
  pictures: { asked: Pictures; told: PicturesView };
  show: { asked: Show; told: Shown };
  upload: { asked: Upload; told: Received };
  draw: { asked: Draw; told: Shown };
}
