// Made by tools/wire.py from src/glassnet/widgets/guess_the_picture: don't edit, run `make generate`.

/** Return a picture as numbers, without saying what it shows. After the last comes the first. */
export interface Puzzle {
  number: number;
}

/** Say what a picture shows. */
export interface Reveal {
  number: number;
}

/** Buffers: the brightness of each pixel, 0 to 255, row by row. */
export interface PuzzleView {
  number: number;
  side: number;
}

/** What the picture shows, in words. */
export interface Revealed {
  number: number;
  words: string;
}

/** The request and reply of each kind. */
export interface Wire {
  puzzle: { request: Puzzle; reply: PuzzleView };
  reveal: { request: Reveal; reply: Revealed };
}
