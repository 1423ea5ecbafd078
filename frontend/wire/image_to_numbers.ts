// Made by tools/wire.py from src/glassnet/widgets/image_to_numbers: don't edit, run `make generate`.
import type { Choice, Received, Upload } from "./shared.ts";

/** List the choices, and what is chosen. */
export interface Pictures {
}

/** Return an image as numbers and, with full, the image itself. */
export interface Show {
  picture: string;
  size: number;
  colour: string;
  scale: string;
  full?: boolean | undefined;
}

/** Draw a line, or clear the drawing if no points are given, and return the drawing. */
export interface Draw {
  size: number;
  colour: string;
  scale: string;
  points: [number, number][];
  pen?: string | undefined;
  picture?: string | undefined;
}

/** All choices, the accepted files, and the settings in force. */
export interface PicturesView {
  pictures: Choice[];
  pens: string[];
  sizes: [number, number];
  scales: Choice[];
  max_bytes: number;
  formats: string[];
  own: string | null;
  settings: ImageSettings;
}

/** Which image is shown, and how it becomes numbers. */
export interface ImageSettings {
  picture: string;
  size: number;
  colour: string;
  scale: string;
}

/** Buffers: the numbers from 0 to 255, and from 0 to 1, with the channels of each pixel adjacent. shape is rows, columns, channels; full is the image as a data URL, if requested. */
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

/** The request and reply of each kind. */
export interface Wire {
  pictures: { request: Pictures; reply: PicturesView };
  show: { request: Show; reply: Shown };
  upload: { request: Upload; reply: Received };
  draw: { request: Draw; reply: Shown };
}
