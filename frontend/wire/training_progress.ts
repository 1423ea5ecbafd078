// Made by tools/wire.py from src/glassnet/widgets/training_progress: don't edit, run `make generate`.
import type { ExplanationView } from "./shared.ts";

/** Where training stands. */
export interface Open {
}

/** The reader has stopped training. */
export interface Rest {
}

/** Train for that long, up to the end. */
export interface Advance {
  budget_ms: number;
}

/** Why a number is what it is; there is but one run, so that track is left aside. */
export interface Explain {
  reference: string;
  step: number;
  track?: string | undefined;
  terms?: number | null | undefined;
}

/** Buffer: a row for every epoch: its number, loss, validation loss and accuracy. numbers has "speed", "loss", "validation_loss" and "validation_accuracy", as far as they are known. */
export interface Progress {
  step: number;
  steps: number;
  epoch: number;
  epochs: number;
  seconds: number;
  numbers: Record<string, NumberAt>;
  done: boolean;
}

/** A number with the name and the step by which it is explained. */
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

/** What each kind of request asks, and what it is told. */
export interface Wire {
  open: { asked: Open; told: Progress };
  rest: { asked: Rest; told: Progress };
  advance: { asked: Advance; told: Progress };
  explain: { asked: Explain; told: Explained };
}
