// Made by tools/wire.py from src/glassnet/lessons/exercises: don't edit, run `make generate`.

/** Show the card. */
export interface Open {
}

/** Record and judge an answer; a goal takes its settings from elsewhere and needs none. */
export interface GivenAnswer {
  answer?: unknown | undefined;
}

/** Run and judge code; the key is the one that this server gave to its pages. */
export interface RunCode {
  code: string;
  key: string;
}

/** Everything the page shows; fields of other kinds of exercise are left out. */
export interface CardView {
  kind: "card";
  name: string;
  exercise: "number" | "choice" | "order" | "place" | "goal" | "code";
  question: string;
  tries: number;
  answer: unknown;
  right: boolean | null;
  message: string;
  trouble: string;
  hints: string[];
  solution: string | null;
  prediction?: boolean;
  options?: string[];
  rules?: string[];
  picture?: PictureView;
  start?: [number, number];
  code?: CodeView;
}

/** The plot on which a mark is dragged: curves and points between two axes. */
export interface PictureView {
  x_range: [number, number];
  y_range: [number, number];
  x_label: string;
  y_label: string;
  curves: [number, number][][];
  points: [number, number][];
}

/** How code is written for an exercise: on the page, in the notebook's cell above, or not here; and its last run. */
export interface CodeView {
  where: "page" | "cell" | "elsewhere";
  start: string;
  output: string;
  line: number | null;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: CardView };
  answer: { request: GivenAnswer; reply: CardView };
  run: { request: RunCode; reply: CardView };
}
