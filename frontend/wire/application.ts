// Made by tools/wire.py from src/glassnet/widgets/application: don't edit, run `make generate`.
import type { Received, Upload } from "./shared.ts";

/** Show the application as it is. */
export interface Open {
}

/** Start again with an untrained network. */
export interface Again {
}

/** Train for that many turns, at most to the end. */
export interface Train {
  turns?: number | undefined;
}

/** Draw a line through points, each from 0 (left, top) to 1; no points clear the sheet; null just reads it again. */
export interface DrawDigit {
  points?: [number, number][] | null | undefined;
}

/** Read a sentence. */
export interface ReadSentence {
  text: string;
}

/** Continue a wave that goes through points at equal distances, each from −1.5 to 1.5. */
export interface Forecast {
  points: number[];
}

/** Rate films from 1 to 5 stars; 0 is no rating. */
export interface Rate {
  stars: number[];
}

/** Walk through the maze; with rows, through another one, of which nothing is known yet. */
export interface WalkMaze {
  rows?: string[] | null | undefined;
}

/** Listen to a new sound of a kind, to the reader's own, or, with null, to the last sound again. */
export interface HearSound {
  which?: string | null | undefined;
}

/** Divide the customers into groups, and say in which one the reader would be. */
export interface GroupCustomers {
  groups: number;
  own: number[];
}

/** What the application is, and how far its training is. Buffers: the score before training and after each turn. */
export interface Progress {
  name: string;
  title: string;
  data: string;
  network: string;
  turn: string;
  score: string;
  unit: string;
  ends: [number, number];
  turns: number;
  done: number;
  seconds: number;
}

/** The sheet as a data address, and the digit read. Buffers: pixels (64), probabilities (10). */
export interface DigitView {
  sheet: string;
  empty: boolean;
  answer: number;
}

/** How friendly a sentence is after each of its words, from 0 to 1, and which of its words the network knows. */
export interface SentenceView {
  words: string[];
  known: boolean[];
  after: number[];
  left_out: number;
}

/** Buffers: the wave up to now (32 values), and how the network continues it (24 values). */
export interface ForecastView {
}

/** The films with the stars that the network expects the reader to give, and which film it recommends. */
export interface RatingsView {
  films: string[];
  kinds: string[];
  expected: number[];
  rated: number;
  best: number;
}

/** The maze, the best way that the network knows, the last attempt, and the best action in every cell it has seen. Cells are counted row by row; actions are 0 up, 1 right, 2 down, 3 left, and -1 where nothing was tried. Buffers: the value of the best action in every cell. */
export interface MazeView {
  rows: string[];
  way: number[];
  arrived: boolean;
  last: number[];
  best: number[];
  attempts: number;
}

/** A sound and what the network hears in it. Buffers: its samples; its spectrogram (time, bands); probabilities. The spectrogram goes from 0 (silence) to 1. */
export interface SoundView {
  which: string;
  rate: number;
  windows: number;
  bands: number;
  classes: string[];
  answer: number;
}

/** The groups, largest first. Buffers: each customer's place on the map (2 each), and group. own is the reader's place, group the reader's group. */
export interface GroupsView {
  habits: string[];
  low: number[];
  high: number[];
  groups: GroupView[];
  own: [number, number];
  group: number;
}

/** One group: how many customers, and their mean habits. */
export interface GroupView {
  count: number;
  habits: number[];
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Progress };
  again: { request: Again; reply: Progress };
  train: { request: Train; reply: Progress };
  draw_digit: { request: DrawDigit; reply: DigitView };
  read_sentence: { request: ReadSentence; reply: SentenceView };
  forecast: { request: Forecast; reply: ForecastView };
  rate: { request: Rate; reply: RatingsView };
  walk_maze: { request: WalkMaze; reply: MazeView };
  hear_sound: { request: HearSound; reply: SoundView };
  upload: { request: Upload; reply: Received };
  group_customers: { request: GroupCustomers; reply: GroupsView };
}
