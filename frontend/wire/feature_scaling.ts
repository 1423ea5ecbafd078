// Made by tools/wire.py from src/glassnet/widgets/feature_scaling: don't edit, run `make generate`.
import type { Choice } from "./shared.ts";

/** List the scalings, and return the wines' measurements. */
export interface Open {
}

/** Scale both measurements, and ask the five nearest neighbours of one wine for its grower. */
export interface Scale {
  scaling: string;
  wine: number;
}

/** Buffers: the grower of each wine, 0, 1 or 2. */
export interface Opening {
  scalings: Choice[];
  features: [string, string];
  wine: number;
}

/** Buffers: both coordinates of each wine. measured is the wine as measured, voters are its five nearest neighbours, votes how many of them each grower has. right is the fraction of all wines for which the majority of such neighbours names the true grower. */
export interface Scaled {
  scaling: string;
  wine: number;
  measured: [number, number];
  grower: number;
  voters: number[];
  votes: [number, number, number];
  right: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Opening };
  scale: { request: Scale; reply: Scaled };
}
