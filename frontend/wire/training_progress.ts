// Made by tools/wire.py from src/glassnet/widgets/training_progress: don't edit, run `make generate`.
import type { ExplanationView } from "./shared.ts";

/** Show the current progress. */
export interface Open {
}

/** The reader has stopped training. */
export interface Rest {
}

/** Train for budget_ms, at most up to the end. */
export interface Advance {
  budget_ms: number;
}

/** Explain a number; there is only one run, so track is ignored. */
export interface Explain {
  reference: string;
  step: number;
  track?: string | undefined;
  terms?: number | null | undefined;
}

/** Buffer: a row for every epoch: its number, loss, validation loss and accuracy. numbers has "speed", "loss", "validation_loss" and "validation_accuracy", if they are known. */
export interface Progress {
  step: number;
  steps: number;
  epoch: number;
  epochs: number;
  seconds: number;
  numbers: Record<string, NumberAt>;
  done: boolean;
}

/** A number with the reference and the step that explain it. */
export interface NumberAt {
  reference: string;
  value: number | null;
  step: number;
}

/** A number's explanation. */
export interface Explained {
  explanation: ExplanationView;
  step: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Progress };
  rest: { request: Rest; reply: Progress };
  advance: { request: Advance; reply: Progress };
  explain: { request: Explain; reply: Explained };
}
