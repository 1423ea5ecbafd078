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
      },
      {
        "value": "blobs",
        "label": "Blobs"
      },
      {
        "value": "checkerboard",
        "label": "Checker­board"
      },
      {
        "value": "plane",
        "label": "Plane"
      },
      {
        "value": "bumps",
        "label": "Bumps"
      },
      {
        "value": "curve",
        "label": "Curve"
      },
      {
        "value": "own",
        "label": "Your own"
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
    "help": "Standard deviation of the normal noise added to both coordinates, or to the values",
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
  "classes": {
    "type": "whole",
    "default": 3,
    "label": "Classes",
    "words": "classes",
    "help": "Number of blobs, each a class",
    "group": "points",
    "counter": false,
    "min": 2,
    "max": 6,
    "step": 1,
    "stops": [],
    "scale": "linear",
    "shown": "whole"
  },
  "points": {
    "type": "text",
    "default": "-1.2,0.8,0;-0.9,1.1,0;-0.5,0.7,0;-1.1,0.2,0;0.4,1.2,0;-1.4,-0.3,0;1.1,-0.6,1;0.8,-1.1,1;0.3,-0.8,1;1.2,0.1,1;-0.4,-1.2,1;1.4,-0.9,1",
    "label": "Your own points",
    "words": "your own points",
    "help": "x₁, x₂ and class of each point, drawn, typed or pasted",
    "group": "",
    "counter": true,
    "max_length": 1e4
  },
  "features": {
    "default": [
      "x1",
      "x2"
    ],
    "label": "Features",
    "words": "features",
    "help": "What the network sees of a point",
    "group": "",
    "counter": false,
    "type": "names",
    "min_length": 1,
    "max_length": 9,
    "choices": [
      {
        "value": "x1",
        "label": "x₁"
      },
      {
        "value": "x2",
        "label": "x₂"
      },
      {
        "value": "x1x1",
        "label": "x₁²"
      },
      {
        "value": "x2x2",
        "label": "x₂²"
      },
      {
        "value": "x1x2",
        "label": "x₁x₂"
      },
      {
        "value": "sin1",
        "label": "sin πx₁"
      },
      {
        "value": "sin2",
        "label": "sin πx₂"
      },
      {
        "value": "cos1",
        "label": "cos πx₁"
      },
      {
        "value": "cos2",
        "label": "cos πx₂"
      }
    ]
  },
  "hidden": {
    "default": [
      4,
      4
    ],
    "label": "Hidden layers",
    "words": "hidden layers",
    "help": "Units in each hidden layer: add or remove with + and −; weights that still fit are kept",
    "group": "",
    "counter": false,
    "type": "list",
    "min_length": 0,
    "max_length": 8,
    "min": 1,
    "max": 16,
    "whole": true,
    "stops": []
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
      },
      {
        "value": "step",
        "label": "step"
      },
      {
        "value": "leaky_relu",
        "label": "leaky_relu"
      },
      {
        "value": "elu",
        "label": "elu"
      },
      {
        "value": "selu",
        "label": "selu"
      },
      {
        "value": "softplus",
        "label": "softplus"
      },
      {
        "value": "gelu",
        "label": "gelu"
      },
      {
        "value": "gelu_tanh",
        "label": "gelu_tanh"
      },
      {
        "value": "silu",
        "label": "silu"
      }
    ]
  },
  "activations": {
    "default": [],
    "label": "Activations",
    "words": "activations",
    "help": "Activation of each hidden layer",
    "group": "",
    "counter": false,
    "type": "names",
    "min_length": 0,
    "max_length": 8,
    "choices": [
      {
        "value": "network",
        "label": "as the network"
      },
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
      },
      {
        "value": "step",
        "label": "step"
      },
      {
        "value": "leaky_relu",
        "label": "leaky_relu"
      },
      {
        "value": "elu",
        "label": "elu"
      },
      {
        "value": "selu",
        "label": "selu"
      },
      {
        "value": "softplus",
        "label": "softplus"
      },
      {
        "value": "gelu",
        "label": "gelu"
      },
      {
        "value": "gelu_tanh",
        "label": "gelu_tanh"
      },
      {
        "value": "silu",
        "label": "silu"
      }
    ]
  },
  "normalisations": {
    "default": [],
    "label": "Normalisation",
    "words": "normalisation",
    "help": "What brings each hidden layer's sums to mean 0 and variance 1 before the activation",
    "group": "",
    "counter": false,
    "type": "names",
    "min_length": 0,
    "max_length": 8,
    "choices": [
      {
        "value": "none",
        "label": "none"
      },
      {
        "value": "batch",
        "label": "batch"
      },
      {
        "value": "layer",
        "label": "layer"
      }
    ]
  },
  "dropouts": {
    "default": [],
    "label": "Dropout",
    "words": "dropout",
    "help": "Fraction of each hidden layer's units that are switched off at random in training",
    "group": "",
    "counter": false,
    "type": "list",
    "min_length": 0,
    "max_length": 8,
    "min": 0,
    "max": 0.8,
    "whole": false,
    "stops": [
      0,
      0.1,
      0.2,
      0.3,
      0.4,
      0.5,
      0.6,
      0.7,
      0.8
    ]
  },
  "initializers": {
    "default": [],
    "label": "Initialiser",
    "words": "initialiser",
    "help": "How the first weights of each hidden layer are drawn; takes effect with Restart",
    "group": "",
    "counter": false,
    "type": "names",
    "min_length": 0,
    "max_length": 8,
    "choices": [
      {
        "value": "glorot_uniform",
        "label": "glorot uniform"
      },
      {
        "value": "zeros",
        "label": "zeros"
      },
      {
        "value": "ones",
        "label": "ones"
      },
      {
        "value": "constant",
        "label": "constant"
      },
      {
        "value": "uniform",
        "label": "uniform"
      },
      {
        "value": "normal",
        "label": "normal"
      },
      {
        "value": "truncated_normal",
        "label": "truncated normal"
      },
      {
        "value": "glorot_normal",
        "label": "glorot normal"
      },
      {
        "value": "he_uniform",
        "label": "he uniform"
      },
      {
        "value": "he_normal",
        "label": "he normal"
      },
      {
        "value": "lecun_uniform",
        "label": "lecun uniform"
      },
      {
        "value": "lecun_normal",
        "label": "lecun normal"
      },
      {
        "value": "orthogonal",
        "label": "orthogonal"
      }
    ]
  },
  "loss": {
    "type": "choice",
    "default": "auto",
    "label": "Loss",
    "words": "loss",
    "help": "What training makes small",
    "group": "recipe",
    "counter": false,
    "choices": [
      {
        "value": "auto",
        "label": "as the task needs"
      },
      {
        "value": "binary_cross_entropy",
        "label": "binary cross-entropy"
      },
      {
        "value": "sigmoid_cross_entropy",
        "label": "sigmoid with cross-entropy"
      },
      {
        "value": "hinge",
        "label": "hinge"
      },
      {
        "value": "perceptron",
        "label": "perceptron"
      },
      {
        "value": "mean_squared_error",
        "label": "mean squared error"
      },
      {
        "value": "mean_absolute_error",
        "label": "mean absolute error"
      },
      {
        "value": "root_mean_squared_error",
        "label": "root mean squared error"
      },
      {
        "value": "huber",
        "label": "Huber"
      },
      {
        "value": "log_cosh",
        "label": "log-cosh"
      },
      {
        "value": "quantile",
        "label": "quantile 0.9"
      },
      {
        "value": "sparse_categorical_cross_entropy",
        "label": "categorical cross-entropy"
      },
      {
        "value": "sparse_softmax_cross_entropy",
        "label": "softmax with cross-entropy"
      },
      {
        "value": "categorical_cross_entropy",
        "label": "categorical cross-entropy, one-hot targets"
      },
      {
        "value": "softmax_cross_entropy",
        "label": "softmax with cross-entropy, one-hot targets"
      },
      {
        "value": "kl_divergence",
        "label": "Kullback-Leibler divergence"
      },
      {
        "value": "categorical_hinge",
        "label": "categorical hinge"
      }
    ]
  },
  "output": {
    "type": "choice",
    "default": "auto",
    "label": "Output",
    "words": "output",
    "help": "Activation of the output",
    "group": "recipe",
    "counter": false,
    "choices": [
      {
        "value": "auto",
        "label": "as the loss needs"
      },
      {
        "value": "sigmoid",
        "label": "sigmoid"
      },
      {
        "value": "softmax",
        "label": "softmax"
      },
      {
        "value": "linear",
        "label": "linear"
      },
      {
        "value": "tanh",
        "label": "tanh"
      }
    ]
  },
  "rule": {
    "type": "choice",
    "default": "sgd",
    "label": "Update rule",
    "words": "update rule",
    "help": "How gradients change the weights",
    "group": "recipe",
    "counter": false,
    "choices": [
      {
        "value": "sgd",
        "label": "SGD"
      },
      {
        "value": "adagrad",
        "label": "Adagrad"
      },
      {
        "value": "adadelta",
        "label": "Adadelta"
      },
      {
        "value": "rmsprop",
        "label": "RMSprop"
      },
      {
        "value": "adam",
        "label": "Adam"
      },
      {
        "value": "adamw",
        "label": "AdamW"
      },
      {
        "value": "amsgrad",
        "label": "AMSGrad"
      },
      {
        "value": "nadam",
        "label": "NAdam"
      },
      {
        "value": "lion",
        "label": "Lion"
      }
    ]
  },
  "momentum": {
    "type": "number",
    "default": 0,
    "label": "Momentum",
    "words": "momentum",
    "help": "How much of its last step SGD repeats",
    "group": "recipe",
    "counter": false,
    "min": 0,
    "max": 0.99,
    "step": 0.01,
    "stops": [],
    "scale": "linear",
    "shown": "decimal"
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
  "schedule": {
    "type": "choice",
    "default": "constant",
    "label": "Schedule",
    "words": "schedule",
    "help": "How the learning rate changes",
    "group": "recipe",
    "counter": false,
    "choices": [
      {
        "value": "constant",
        "label": "constant"
      },
      {
        "value": "step_decay",
        "label": "halved every so many steps"
      },
      {
        "value": "exponential_decay",
        "label": "halved gradually over so many steps"
      },
      {
        "value": "polynomial_decay",
        "label": "linear down to 0"
      },
      {
        "value": "cosine_decay",
        "label": "cosine down to 0"
      },
      {
        "value": "cosine_restarts",
        "label": "cosine, over and over"
      },
      {
        "value": "warm_up",
        "label": "linear up to the full rate"
      },
      {
        "value": "one_cycle",
        "label": "one cycle, up and down"
      },
      {
        "value": "reduce_on_plateau",
        "label": "halved when the loss stalls"
      }
    ]
  },
  "schedule_steps": {
    "type": "whole",
    "default": 1e3,
    "label": "Steps of the schedule",
    "words": "steps of the schedule",
    "help": "Over how many steps the schedule runs",
    "group": "recipe",
    "counter": false,
    "min": 10,
    "max": 1e4,
    "step": 1,
    "stops": [],
    "scale": "log",
    "shown": "whole"
  },
  "l1": {
    "type": "number",
    "default": 0,
    "label": "L1 penalty",
    "words": "L1 penalty",
    "help": "How strongly weights are pulled to 0, large or small",
    "group": "recipe",
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
  "clipping": {
    "type": "choice",
    "default": "none",
    "label": "Clipping",
    "words": "clipping",
    "help": "Which gradients are limited",
    "group": "recipe",
    "counter": false,
    "choices": [
      {
        "value": "none",
        "label": "none"
      },
      {
        "value": "global_norm",
        "label": "norm of all gradients"
      },
      {
        "value": "norm",
        "label": "norm of each gradient"
      },
      {
        "value": "value",
        "label": "each number"
      }
    ]
  },
  "clip_limit": {
    "type": "number",
    "default": 1,
    "label": "Limit of clipping",
    "words": "limit of clipping",
    "help": "To how much gradients are limited",
    "group": "recipe",
    "counter": false,
    "min": 0.01,
    "max": 10,
    "step": 1,
    "stops": [],
    "scale": "log",
    "shown": "short"
  },
  "max_norm": {
    "type": "number",
    "default": 0,
    "label": "Limit of weights",
    "words": "limit of weights",
    "help": "Largest norm of the weights into each unit; 0 for no limit",
    "group": "recipe",
    "counter": false,
    "min": 0,
    "max": 8,
    "step": 1,
    "stops": [
      0,
      0.5,
      1,
      2,
      3,
      4,
      6,
      8
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
