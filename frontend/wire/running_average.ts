// Made by tools/wire.py from src/glassnet/widgets/running_average: don't edit, run `make generate`.
import type { Choice, ExplanationView } from "./shared.ts";

/** List the series, and say how the page opens. */
export interface Open {
}

/** Average a series twice, with two values of β. */
export interface Look {
  series: string;
  betas: [number, number];
  corrected: boolean;
}

/** Explain a number of the series shown; track says whose average: "first" or "second". */
export interface Explain {
  reference: string;
  step?: number | undefined;
  track?: string | undefined;
  terms?: number | null | undefined;
}

/** The series to choose from, and the first settings. */
export interface Opening {
  series: Choice[];
  chosen: string;
  betas: [number, number];
  corrected: boolean;
}

/** Buffers: the series; then for each β the average and the corrected average. */
export interface AveragesView {
  series: string;
  words: string;
  place: string;
  unit: string;
  betas: [number, number];
  corrected: boolean;
}

/** A number's explanation. */
export interface Explained {
  explanation: ExplanationView;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Opening };
  look: { request: Look; reply: AveragesView };
  explain: { request: Explain; reply: Explained };
}
