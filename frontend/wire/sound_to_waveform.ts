// Made by tools/wire.py from src/glassnet/widgets/sound_to_waveform: don't edit, run `make generate`.
import type { Choice, Received, Upload } from "./shared.ts";

/** What there is to choose from, and what is chosen. */
export interface Sounds {
}

/** A stretch of the sound, and the sample at one time. */
export interface Wave {
  sound: string;
  keep_every?: number | undefined;
  bits?: number | undefined;
  filter_first?: boolean | undefined;
  begin?: number | undefined;
  end?: number | null | undefined;
  at?: number | null | undefined;
}

/** Which frequencies sound when. */
export interface Spectrogram {
  sound: string;
  keep_every?: number | undefined;
  bits?: number | undefined;
  filter_first?: boolean | undefined;
}

/** All samples to be played: as sampled, or the original. */
export interface Listen {
  sound: string;
  keep_every?: number | undefined;
  bits?: number | undefined;
  filter_first?: boolean | undefined;
  original?: boolean | undefined;
}

/** All choices, what a file may be, and the settings in force. */
export interface SoundsView {
  sounds: Choice[];
  bits: [number, number];
  most_bytes: number;
  record_seconds: number;
  formats: string[];
  own: string | null;
  settings: SoundSettings;
}

/** Which sound is shown, and how it is sampled. */
export interface SoundSettings {
  sound: string;
  keep_every: number;
  bits: number;
  filter_first: boolean;
}

/** Buffers: times and values of what is heard; then, where they differ and few enough are in view, of the original. few says whether the samples in view are listed; else those around at are. */
export interface WaveReply {
  sound: string;
  keep_every: number;
  bits: number;
  filter_first: boolean;
  words: string;
  seconds: number;
  rate: number;
  rates: RateView[];
  source_rate: number;
  count: number;
  bytes: number;
  begin: number;
  end: number;
  noise_db: number | null;
  at: Sample;
  few: boolean;
  listed: Sample[];
}

/** How many samples a second are left when only every nth is kept. */
export interface RateView {
  keep_every: number;
  rate: number;
}

/** One sample: which, when, how far out, and the whole number that is stored. */
export interface Sample {
  place: number;
  time: number;
  value: number;
  stored: number;
}

/** Buffer: decibels, row by row. */
export interface SpectrogramReply {
  seconds: number;
  rows: number;
  columns: number;
  top: number;
  half_rate: number;
  axis_top: number;
  lowest_db: number;
  window_seconds: number;
}

/** Buffer: the samples. */
export interface Playable {
  rate: number;
  seconds: number;
}

/** What each kind of request asks, and what it is told. */
export interface Wire {
  sounds: { asked: Sounds; told: SoundsView };
  wave: { asked: Wave; told: WaveReply };
  spectrogram: { asked: Spectrogram; told: SpectrogramReply };
  listen: { asked: Listen; told: Playable };
  upload: { asked: Upload; told: Received };
}
