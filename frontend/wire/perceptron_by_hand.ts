// Made by tools/wire.py from src/glassnet/widgets/perceptron_by_hand: don't edit, run `make generate`.
import type { Choice, ExplanationView, Named } from "./shared.ts";

/** List the examples, and say which one is shown first. */
export interface Open {
}

/** Show an example. */
export interface Choose {
  example: string;
}

/** Say which points these weights and this bias answer wrongly. */
export interface Judge {
  example: string;
  weight: [number, number];
  bias: number;
}

/** Correct the weights and the bias by the next mistake, counted from a point on. */
export interface Learn {
  example: string;
  weight: [number, number];
  bias: number;
  begin: number;
}

/** Explain a number of the correction of one point, made with these weights and this bias. */
export interface Explain {
  example: string;
  weight: [number, number];
  bias: number;
  point: number;
  reference: string;
  terms?: number | null | undefined;
}

/** All examples, and the one shown first. */
export interface Opening {
  examples: Choice[];
  example: string;
}

/** An example, and what it opens with. Buffers: x₁, x₂ and class of each point, point by point. */
export interface ExampleView {
  example: string;
  x_label: string;
  y_label: string;
  no: string;
  yes: string;
  reach: [number, number];
  weight: [number, number];
  bias: number;
}

/** The numbers of the points answered wrongly, and how many are right. */
export interface Judged {
  weight: [number, number];
  bias: number;
  wrong: number[];
  right: number;
  points: number;
}

/** A correction, number by number, and the points answered wrongly after it; without a mistake, point is null. */
export interface Learned {
  point: number | null;
  numbers: Named[];
  weight: [number, number];
  bias: number;
  wrong: number[];
  right: number;
  points: number;
}

/** An explanation. */
export interface Explained {
  explanation: ExplanationView;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Opening };
  choose: { request: Choose; reply: ExampleView };
  judge: { request: Judge; reply: Judged };
  learn: { request: Learn; reply: Learned };
  explain: { request: Explain; reply: Explained };
}
