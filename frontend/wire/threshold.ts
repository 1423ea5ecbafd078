// Made by tools/wire.py from src/glassnet/widgets/threshold: don't edit, run `make generate`.

/** Show the scores. */
export interface Open {
}

/** Call everything with at least this probability a yes. */
export interface Judge {
  threshold: number;
}

/** What was scored. Buffers: the probabilities of the samples that are not, of those that are; threshold, precision and recall, row by row, with NaN where precision is undefined. */
export interface ScoresView {
  no: string;
  yes: string;
  threshold: number;
  rows: number;
}

/** The four counts at a threshold, and what follows; null where it is undefined. */
export interface Judged {
  threshold: number;
  found: number;
  missed: number;
  false_alarms: number;
  passed: number;
  accuracy: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: ScoresView };
  judge: { request: Judge; reply: Judged };
}
