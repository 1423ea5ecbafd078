// Made by tools/wire.py from src/glassnet/widgets/layer_zoo: don't edit, run `make generate`.

/** List the exhibits. */
export interface Open {
}

/** Show what one variant of a layer makes of an input. */
export interface Show {
  exhibit: string;
  variant: string;
  number: number;
}

/** All exhibits, and the number of the input shown first. */
export interface Opening {
  exhibits: ExhibitView[];
  number: number;
}

/** A kind of layer, what it does, and its variants. */
export interface ExhibitView {
  name: string;
  label: string;
  words: string;
  variants: string[];
}

/** Two tables of numbers, the input and the output. Buffers: their numbers, row by row. before and after are their rows and columns, takes and gives the real shapes of one example. */
export interface ShownView {
  exhibit: string;
  variant: string;
  number: number;
  before: [number, number];
  after: [number, number];
  takes: number[];
  gives: number[];
  parameters: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Opening };
  show: { request: Show; reply: ShownView };
}
