// Made by tools/wire.py from src/glassnet/widgets/optimizer_race: don't edit, run `make generate`.
import type { Choice } from "./shared.ts";

/** List who can race and where, and say how the page opens. */
export interface Open {
}

/** Return one landscape. */
export interface Surface {
  landscape: string;
}

/** Race down a landscape and on a network; rates by rule, and the best known ones where there is none. seed says where the network starts and which batches all rules take. */
export interface Race {
  landscape: string;
  task: string;
  rules: string[];
  seed: number;
  landscape_rates: Record<string, number>;
  task_rates: Record<string, number>;
}

/** Train the network of the last race from one more seed with every rule, and count who won so far. */
export interface Count {
}

/** Try one more learning rate with one rule on the network of the last race, from three seeds. */
export interface Search {
}

/** Everything to choose from, and the race that the page opens with; rates are those that a search tries. */
export interface Opening {
  view: "race" | "rates";
  landscapes: LandscapeChoice[];
  tasks: TaskChoice[];
  rules: Choice[];
  steps: number;
  every: number;
  seeds: number;
  most: number;
  rates: number[];
  settings: Settings;
}

/** A landscape to choose, with one sentence, its window, its minima and the rate of each rule. */
export interface LandscapeChoice {
  name: string;
  label: string;
  words: string;
  rates: Record<string, number>;
}

/** A network to choose, with one sentence and the rate of each rule. */
export interface TaskChoice {
  name: string;
  label: string;
  words: string;
  rates: Record<string, number>;
}

/** The settings of a race. */
export interface Settings {
  landscape: string;
  task: string;
  rules: string[];
  seed: number;
  landscape_rates: Record<string, number>;
  task_rates: Record<string, number>;
}

/** Buffer: heights on a grid, rows by y from low to high. */
export interface SurfaceView {
  landscape: string;
  x_range: [number, number];
  y_range: [number, number];
  bend: number;
  minima: [number, number][];
  grid: number;
}

/** Buffers: for each walker x, then y; the heights of the plane, if there is one; for each runner seen x, then y. */
export interface RaceView {
  settings: Settings;
  walkers: Walker[];
  runners: Runner[];
  plane: Plane | null;
  tally: Tally;
  found: Found;
}

/** A rule on the landscape: its height after every update, and how it ended. */
export interface Walker {
  name: string;
  values: (number | null)[];
  verdict: string;
}

/** A rule on the network: the mean loss on all training samples after every third update, and where it diverged. seen says whether its path is in the plane. */
export interface Runner {
  name: string;
  losses: (number | null)[];
  diverged: number | null;
  seen: boolean;
}

/** The plane in which the paths of the networks vary most: its axes, and its loss on a grid. */
export interface Plane {
  directions: [string, string];
  x_range: [number, number];
  y_range: [number, number];
  grid: number;
}

/** Who won from how many starts: for each rule its wins and its losses at the end, null where it diverged. */
export interface Tally {
  seeds: number;
  wins: Record<string, number>;
  losses: Record<string, (number | null)[]>;
}

/** What a search has tried so far, by rule, and how much there is to try. */
export interface Found {
  tried: Record<string, Tried[]>;
  count: number;
  total: number;
}

/** A learning rate that was tried: the lowest, the median and the highest loss; null where it is infinite. */
export interface Tried {
  rate: number;
  low: number | null;
  middle: number | null;
  high: number | null;
}

/** The count so far. */
export interface Counted {
  tally: Tally;
  done: boolean;
}

/** The search so far. */
export interface Searched {
  found: Found;
  done: boolean;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Opening };
  surface: { request: Surface; reply: SurfaceView };
  race: { request: Race; reply: RaceView };
  count: { request: Count; reply: Counted };
  search: { request: Search; reply: Searched };
}
