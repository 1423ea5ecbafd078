// Made by tools/wire.py from src/glassnet/widgets/gradient_flow: don't edit, run `make generate`.
import type { Choice } from "./shared.ts";

/** List what can be chosen, and return the network as it was left. */
export interface Open {
}

/** Make a network, and measure it before its first update. */
export interface Build {
  settings: FlowSettings;
}

/** Train the network for five more updates, and measure it again. */
export interface Train {
}

/** Measure what one more remedy does to the settings without any, from one more seed. */
export interface Measure {
  settings: FlowSettings;
}

/** Everything to choose from, and the first settings. */
export interface Opening {
  activations: Choice[];
  initializers: Choice[];
  normalizations: Choice[];
  clippings: Choice[];
  remedies: RemedyView[];
  settings: FlowSettings;
}

/** A remedy: the settings that it changes. */
export interface RemedyView {
  name: string;
  label: string;
  change: Record<string, unknown>;
}

/** A deep network and how it is trained. */
export interface FlowSettings {
  depth: number;
  activation: string;
  initializer: string;
  normalization: string;
  skip: boolean;
  clipping: string;
  limit: number;
  learning_rate: number;
  seed: number;
}

/** Buffers: for each frame the activations, then the gradients of all hidden layers. stopped says which number became NaN or infinite, and why; "" while none has. accuracy is that on the training samples now. */
export interface Flow {
  settings: FlowSettings;
  frames: FrameView[];
  steps: number;
  done: boolean;
  accuracy: number | null;
  stopped: string;
  verdict: string;
}

/** The sizes at a step: the loss of its batch; null if it is not finite. */
export interface FrameView {
  step: number;
  loss: number | null;
}

/** All remedies, the first row without any. */
export interface Effects {
  settings: FlowSettings;
  rows: EffectView[];
  count: number;
  total: number;
  steps: number;
}

/** What a remedy does: from each seed so far, the ratio of the gradients, and the accuracy, null if it diverged. */
export interface EffectView {
  name: string;
  label: string;
  ratios: (number | null)[];
  accuracies: (number | null)[];
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Opening };
  build: { request: Build; reply: Flow };
  train: { request: Train; reply: Flow };
  measure: { request: Measure; reply: Effects };
}
