// What Python tells of a sound.

export interface Settings {
  sound: string;
  keep_every: number;
  bits: number;
  filter_first: boolean;
}

export interface Sounds {
  sounds: { name: string; label: string }[];
  bits: [number, number];
  most_bytes: number;
  record_seconds: number;
  formats: string[];
  own: string | null;
  settings: Settings;
}

/** One sample: which, when, how far out, and the whole number that is stored. */
export interface Sample {
  place: number;
  time: number;
  value: number;
  stored: number;
}

export interface Wave extends Settings {
  words: string;
  seconds: number;
  rate: number;
  rates: { keep_every: number; rate: number }[];
  count: number;
  bytes: number;
  begin: number;
  end: number;
  noise_db: number | null;
  at: Sample;
  /** Whether the samples in view are few enough to be listed; else those around `at` are. */
  few: boolean;
  listed: Sample[];
}

export interface SpectrogramHead {
  seconds: number;
  rows: number;
  columns: number;
  top: number;
  axis_top: number;
  half_rate: number;
  lowest_db: number;
  window_seconds: number;
}
