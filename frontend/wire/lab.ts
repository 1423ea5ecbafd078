// Made by tools/wire.py from src/glassnet/widgets/lab: don't edit, run `make generate`.
import type { SettingsOf } from "../lib/settings.ts";

/** Start over with a spec (any subset), continue from a checkpoint, or show the session as it is. */
export interface Open {
  spec?: Partial<LabSpec> | null | undefined;
  checkpoint?: string | null | undefined;
  view?: View | null | undefined;
}

/** The size of the images in pixels per side; 0 omits an image. */
export interface View {
  map?: number | undefined;
  units?: number | undefined;
}

/** Train for budget_ms, or make exactly steps updates. */
export interface Advance {
  budget_ms?: number | null | undefined;
  steps?: number | null | undefined;
  checkpoint?: boolean | undefined;
}

/** Continue with other settings (any subset of spec); weights that still fit are kept. */
export interface Change {
  spec: Partial<LabSpec>;
  checkpoint?: boolean | undefined;
}

/** Draw new initial weights, with another seed if one is given, and go back to step 0. */
export interface Restart {
  seed?: number | null | undefined;
  checkpoint?: boolean | undefined;
}

/** Don't train: the reader has paused, and a notebook's cells may read the state. */
export interface Pause {
  checkpoint?: boolean | undefined;
}

/** Compute every unit's output at the point x, [x₁, x₂]. */
export interface Probe {
  x: [number, number];
}

/** Everything that the page shows; docs/lab-protocol.md describes each field and buffer. */
export interface Frame {
  kind: "frame";
  spec: LabSpec;
  step: number;
  epoch: number;
  train: Quality;
  test: Quality;
  penalty: number | null;
  updates: number;
  layers: Layer[];
  unit_scales: (number | null)[];
  domain: [number, number];
  stopped: Stopped | null;
  buffers: string[];
  checkpoint?: string;
}

/** The settings that a reader chooses in the Lab. */
export interface LabSpec {
  data: string;
  samples: number;
  noise: number;
  test: number;
  data_seed: number;
  hidden: number[];
  activation: string;
  learning_rate: number;
  l2: number;
  batch_size: number;
  seed: number;
}

/** Loss and accuracy on one part of the data. */
export interface Quality {
  loss: number | null;
  accuracy: number | null;
}

/** One layer: hidden ones first, the output last. */
export interface Layer {
  name: string;
  inputs: number;
  units: number;
  activation: string;
}

/** Why training stopped. */
export interface Stopped {
  message: string;
}

/** Every unit's output at a point: one list per layer, the inputs first. */
export interface Activations {
  kind: "probe";
  activations: ((number | null)[])[];
}

export const SETTINGS: SettingsOf<LabSpec> = {
  "data": {
    "type": "choice",
    "default": "moons",
    "label": "Data",
    "words": "data",
    "help": "Which data set to learn",
    "group": "",
    "counter": false,
    "choices": [
      {
        "value": "moons",
        "label": "Moons"
      },
      {
        "value": "circle",
        "label": "Circle"
      },
      {
        "value": "xor",
        "label": "XOR"
      },
      {
        "value": "gaussians",
        "label": "Gaussians"
      },
      {
        "value": "spiral",
        "label": "Spiral"
      }
    ]
  },
  "samples": {
    "type": "whole",
    "default": 500,
    "label": "Points",
    "words": "points",
    "help": "Number of points, training and test together",
    "group": "data",
    "counter": false,
    "min": 20,
    "max": 1000,
    "step": 10,
    "stops": [],
    "scale": "linear",
    "shown": "whole"
  },
  "noise": {
    "type": "number",
    "default": 0.1,
    "label": "Noise",
    "words": "noise",
    "help": "Standard deviation of the normal noise added to both coordinates",
    "group": "data",
    "counter": false,
    "min": 0,
    "max": 0.5,
    "step": 0.01,
    "stops": [],
    "scale": "linear",
    "shown": "decimal"
  },
  "test": {
    "type": "number",
    "default": 0.3,
    "label": "Test fraction",
    "words": "test fraction",
    "help": "Fraction of the points that are held out for testing",
    "group": "data",
    "counter": false,
    "min": 0.1,
    "max": 0.9,
    "step": 0.05,
    "stops": [],
    "scale": "linear",
    "shown": "percent"
  },
  "data_seed": {
    "type": "whole",
    "default": 0,
    "label": "New points",
    "words": "new points",
    "help": "Which random sample of points is drawn",
    "group": "",
    "counter": true,
    "min": 0,
    "max": 4294967295,
    "step": 1,
    "stops": [],
    "scale": "linear",
    "shown": "short"
  },
  "hidden": {
    "type": "list",
    "default": [
      4,
      4
    ],
    "label": "Hidden layers",
    "words": "hidden layers",
    "help": "Units in each hidden layer: add or remove with + and −; weights that still fit are kept",
    "group": "",
    "counter": false,
    "min": 1,
    "max": 8,
    "max_length": 4
  },
  "activation": {
    "type": "choice",
    "default": "tanh",
    "label": "Activation",
    "words": "activation",
    "help": "Function that each hidden unit applies to its sum; linear changes nothing",
    "group": "network",
    "counter": false,
    "choices": [
      {
        "value": "tanh",
        "label": "tanh"
      },
      {
        "value": "relu",
        "label": "relu"
      },
      {
        "value": "sigmoid",
        "label": "sigmoid"
      },
      {
        "value": "linear",
        "label": "linear"
      }
    ]
  },
  "learning_rate": {
    "type": "number",
    "default": 0.1,
    "label": "Learning rate",
    "words": "learning rate",
    "help": "Step size against the gradient; if it is too large, training diverges",
    "group": "network",
    "counter": false,
    "min": 0.0001,
    "max": 10,
    "step": 1,
    "stops": [],
    "scale": "log",
    "shown": "short"
  },
  "l2": {
    "type": "number",
    "default": 0.0,
    "label": "L2 penalty",
    "words": "L2 penalty",
    "help": "How strongly large weights are penalised",
    "group": "network",
    "counter": false,
    "min": 0,
    "max": 1,
    "step": 1,
    "stops": [
      0,
      0.0001,
      0.0003,
      0.001,
      0.003,
      0.01,
      0.03,
      0.1,
      0.3,
      1
    ],
    "scale": "linear",
    "shown": "short"
  },
  "batch_size": {
    "type": "whole",
    "default": 10,
    "label": "Batch size",
    "words": "batch size",
    "help": "Number of points whose mean gradient makes one step",
    "group": "data",
    "counter": false,
    "min": 1,
    "max": 100,
    "step": 1,
    "stops": [],
    "scale": "linear",
    "shown": "whole"
  },
  "seed": {
    "type": "whole",
    "default": 0,
    "label": "Seed",
    "words": "seed",
    "help": "Seed of the initial weights and the batches",
    "group": "",
    "counter": false,
    "min": 0,
    "max": 4294967295,
    "step": 1,
    "stops": [],
    "scale": "linear",
    "shown": "short"
  }
};

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Frame };
  advance: { request: Advance; reply: Frame };
  change: { request: Change; reply: Frame };
  restart: { request: Restart; reply: Frame };
  pause: { request: Pause; reply: Frame };
  probe: { request: Probe; reply: Activations };
}
