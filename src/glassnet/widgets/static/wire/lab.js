// wire/lab.ts
var SETTINGS = {
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
    "max": 1e3,
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
    "min": 1e-4,
    "max": 10,
    "step": 1,
    "stops": [],
    "scale": "log",
    "shown": "short"
  },
  "l2": {
    "type": "number",
    "default": 0,
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
      1e-4,
      3e-4,
      1e-3,
      3e-3,
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
export {
  SETTINGS
};
