// Made by tools/wire.py from src/glassnet/widgets/sound_to_waveform: don't edit, run `make generate`.
import type { Choice, Received, Upload } from "./shared.ts";

/** List the choices, and what is chosen. */
export interface Sounds {
}

/** Return a section of the sound, and the sample at one time. */
export interface Wave {
  sound: string;
  keep_every?: number | undefined;
  bits?: number | undefined;
  filter_first?: boolean | undefined;
  begin?: number | undefined;
  end?: number | null | undefined;
  at?: number | null | undefined;
}

/** Return the spectrogram. */
export interface Spectrogram {
  sound: string;
  keep_every?: number | undefined;
  bits?: number | undefined;
  filter_first?: boolean | undefined;
}

/** Return all samples for playback: as sampled, or the original. */
export interface Listen {
  sound: string;
  keep_every?: number | undefined;
  bits?: number | undefined;
  filter_first?: boolean | undefined;
  original?: boolean | undefined;
}

/** All choices, the accepted files, and the settings in force. */
export interface SoundsView {
  sounds: Choice[];
  bits: [number, number];
  max_bytes: number;
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

/** Buffers: times and values of what is heard; then, if different and short enough, of the original. few says whether listed has the samples in view; otherwise it has those around at. */
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

/** The sample rate when only every nth sample is kept. */
export interface RateView {
  keep_every: number;
  rate: number;
}

/** One sample: index, time, value, and the whole number that is stored. */
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

/** The request and reply of each kind. */
export interface Wire {
  sounds: { request: Sounds; reply: SoundsView };
  wave: { request: Wave; reply: WaveReply };
  spectrogram: { request: Spectrogram; reply: SpectrogramReply };
  listen: { request: Listen; reply: Playable };
  upload: { request: Upload; reply: Received };
}
