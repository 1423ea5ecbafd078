// Made by tools/wire.py from src/glassnet/widgets/lab: don't edit, run `make generate`.
import type { SettingsOf } from "../lib/settings.ts";

/** Begin afresh with a spec (any subset), go on from a checkpoint, or show the session as it stands. */
export interface Open {
  spec?: Partial<LabSpec> | null | undefined;
  checkpoint?: string | null | undefined;
  view?: View | null | undefined;
}

/** How large the pictures are: pixels along a side; 0 leaves a picture out. */
export interface View {
  map?: number | undefined;
  units?: number | undefined;
}

/** Train for budget_ms, or make exactly so many steps. */
export interface Advance {
  budget_ms?: number | null | undefined;
  steps?: number | null | undefined;
  checkpoint?: boolean | undefined;
}

/** Go on with other settings (any subset of spec); weights that still have a place are kept. */
export interface Change {
  spec: Partial<LabSpec>;
  checkpoint?: boolean | undefined;
}

/** Draw the first weights afresh, with another seed where one is given, and go back to step 0. */
export interface Restart {
  seed?: number | null | undefined;
  checkpoint?: boolean | undefined;
}

/** Train nothing: the reader has stopped, and a notebook's cells may look. */
export interface Pause {
  checkpoint?: boolean | undefined;
}

/** Compute what every unit gives at the point x, [x₁, x₂]. */
export interface Probe {
  x: [number, number];
}

/** All that the page shows; docs/lab-protocol.md says what each field and each buffer is. */
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

/** What a reader chooses in the Lab. */
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

/** How good a state is on one part of the data. */
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

/** What every unit computes at a point: one list per layer, the inputs first. */
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
    "help": "Which points lie in the plane",
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
    "help": "How many points in all, training and test",
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
    "label": "Test share",
    "words": "test share",
    "help": "Share of the points that training never sees",
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
    "help": "Which points are drawn",
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
    "help": "Units of each hidden layer: add or remove with + and −; weights that still have a place are kept",
    "group": "",
    "counter": false,
    "min": 1,
    "max": 8,
    "most": 4
  },
  "activation": {
    "type": "choice",
    "default": "tanh",
    "label": "Activation",
    "words": "activation",
    "help": "What every hidden unit does with its sum; linear is nothing",
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
    "help": "How far one step goes against the gradient; too far, and training breaks",
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
    "help": "How strongly large weights are held back",
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
    "help": "Points whose mean gradient makes one step",
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
    "help": "Decides first weights and batches",
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

/** What each kind of request asks, and what it is told. */
export interface Wire {
  open: { asked: Open; told: Frame };
  advance: { asked: Advance; told: Frame };
  change: { asked: Change; told: Frame };
  restart: { asked: Restart; told: Frame };
  pause: { asked: Pause; told: Frame };
  probe: { asked: Probe; told: Activations };
}
