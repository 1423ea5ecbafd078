// wire/lab.ts
var SETTINGS = {
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
    "help": "How strongly large weights are penalised",
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
export {
  SETTINGS
};
