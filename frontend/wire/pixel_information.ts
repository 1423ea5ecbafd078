// Made by tools/wire.py from src/glassnet/widgets/pixel_information: don't edit, run `make generate`.

/** List the numbers of grey levels, and say which pixel is chosen first. */
export interface Open {
}

/** Measure every pixel with the nth number of grey levels, and count one of them in detail. */
export interface Measure {
  levels: number;
  pixel: number;
}

/** What can be chosen, and what is chosen first: the most informative pixel. */
export interface Opening {
  levels: number[];
  side: number;
  pixel: number;
}

/** Buffers: the entropy of each pixel in bits; its mutual information with the digit; for the chosen pixel, the fraction of each grey level among the pictures of each digit, (digits, levels). answer is the entropy of the digit, by_chance what the formula gives for shuffled digits. */
export interface Measures {
  levels: number;
  pixel: number;
  entropy: number;
  information: number;
  answer: number;
  by_chance: number;
  best: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Opening };
  measure: { request: Measure; reply: Measures };
}
