"""Glassnet: neural networks you can see through.

>>> import glassnet as gn
>>> net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
>>> run = gn.fit(net, gn.data.moons(100, seed=1), loss="binary_cross_entropy", epochs=2)
>>> run.step
6
"""

from importlib import import_module
from types import ModuleType

from glassnet import data
from glassnet.base.errors import (
    DataError,
    DivergedError,
    FormulaError,
    GlassnetError,
    RunFileError,
    SettingError,
    ShapeError,
    UnknownNameError,
)
from glassnet.data import Dataset
from glassnet.explain import Explanation, Reference
from glassnet.nn import metrics
from glassnet.nn.activations import (
    ELU,
    GELU,
    SELU,
    BinaryStep,
    GELUTanh,
    LeakyReLU,
    Linear,
    ReLU,
    Sigmoid,
    SiLU,
    Softmax,
    Softplus,
    Tanh,
)
from glassnet.nn.constraints import MaxNorm
from glassnet.nn.initializers import (
    Constant,
    GlorotNormal,
    GlorotUniform,
    HeNormal,
    HeUniform,
    LeCunNormal,
    LeCunUniform,
    Normal,
    Ones,
    Orthogonal,
    TruncatedNormal,
    Uniform,
    Zeros,
)
from glassnet.nn.layers import (
    GRU,
    LSTM,
    Activate,
    AveragePool2D,
    BatchNorm,
    Bidirectional,
    Branch,
    Conv2D,
    Conv2DTranspose,
    Dense,
    Dropout,
    Embedding,
    Flatten,
    GlobalAveragePool2D,
    LayerNorm,
    MaxPool2D,
    MinPool2D,
    MultiHeadSelfAttention,
    PositionalEmbedding,
    PositionalEncoding,
    PReLU,
    Reshape,
    Residual,
    SimpleRNN,
    UpSampling2D,
)
from glassnet.nn.losses import (
    BinaryCrossEntropy,
    CategoricalCrossEntropy,
    CategoricalHinge,
    CustomLoss,
    FormulaLoss,
    Hinge,
    Huber,
    KLDivergence,
    LogCosh,
    MeanAbsoluteError,
    MeanSquaredError,
    PerceptronLoss,
    RootMeanSquaredError,
    SigmoidCrossEntropy,
    SoftmaxCrossEntropy,
    SparseCategoricalCrossEntropy,
    SparseSoftmaxCrossEntropy,
)
from glassnet.nn.network import Network
from glassnet.nn.regularizers import L1, L2, ElasticNet
from glassnet.optim import SGD, Adadelta, Adagrad, Adam, AdamW, AMSGrad, Lion, NAdam, RMSprop
from glassnet.optim.clipping import ClipByGlobalNorm, ClipByNorm, ClipByValue
from glassnet.optim.schedules import (
    ConstantRate,
    CosineDecay,
    CosineRestarts,
    ExponentialDecay,
    OneCycle,
    PolynomialDecay,
    ReduceOnPlateau,
    StepDecay,
    WarmUp,
)
from glassnet.run import Ensemble, Moment, Run, Sequential, fair, faults, fit, load
from glassnet.run.callbacks import Callback, Checkpoint, EarlyStopping, TensorBoard
from glassnet.run.landscape import landscape
from glassnet.run.over_time import flow_over_time, sample_history
from glassnet.train import Plan, Recipe, lbfgs_steps, newton_steps, perceptron_steps

__version__ = "0.1.0"

__all__ = [
    "ELU",
    "GELU",
    "GRU",
    "L1",
    "L2",
    "LSTM",
    "SELU",
    "SGD",
    "AMSGrad",
    "Activate",
    "Adadelta",
    "Adagrad",
    "Adam",
    "AdamW",
    "AveragePool2D",
    "BatchNorm",
    "Bidirectional",
    "BinaryCrossEntropy",
    "BinaryStep",
    "Branch",
    "Callback",
    "CategoricalCrossEntropy",
    "CategoricalHinge",
    "Checkpoint",
    "ClipByGlobalNorm",
    "ClipByNorm",
    "ClipByValue",
    "Constant",
    "ConstantRate",
    "Conv2D",
    "Conv2DTranspose",
    "CosineDecay",
    "CosineRestarts",
    "CustomLoss",
    "DataError",
    "Dataset",
    "Dense",
    "DivergedError",
    "Dropout",
    "EarlyStopping",
    "ElasticNet",
    "Embedding",
    "Ensemble",
    "Explanation",
    "ExponentialDecay",
    "Flatten",
    "FormulaError",
    "FormulaLoss",
    "GELUTanh",
    "GlassnetError",
    "GlobalAveragePool2D",
    "GlorotNormal",
    "GlorotUniform",
    "HeNormal",
    "HeUniform",
    "Hinge",
    "Huber",
    "KLDivergence",
    "LayerNorm",
    "LeCunNormal",
    "LeCunUniform",
    "LeakyReLU",
    "Linear",
    "Lion",
    "LogCosh",
    "MaxNorm",
    "MaxPool2D",
    "MeanAbsoluteError",
    "MeanSquaredError",
    "MinPool2D",
    "Moment",
    "MultiHeadSelfAttention",
    "NAdam",
    "Network",
    "Normal",
    "OneCycle",
    "Ones",
    "Orthogonal",
    "PReLU",
    "PerceptronLoss",
    "Plan",
    "PolynomialDecay",
    "PositionalEmbedding",
    "PositionalEncoding",
    "RMSprop",
    "ReLU",
    "Recipe",
    "ReduceOnPlateau",
    "Reference",
    "Reshape",
    "Residual",
    "RootMeanSquaredError",
    "Run",
    "RunFileError",
    "Sequential",
    "SettingError",
    "ShapeError",
    "SiLU",
    "Sigmoid",
    "SigmoidCrossEntropy",
    "SimpleRNN",
    "Softmax",
    "SoftmaxCrossEntropy",
    "Softplus",
    "SparseCategoricalCrossEntropy",
    "SparseSoftmaxCrossEntropy",
    "StepDecay",
    "Tanh",
    "TensorBoard",
    "TruncatedNormal",
    "Uniform",
    "UnknownNameError",
    "UpSampling2D",
    "WarmUp",
    "Zeros",
    "data",
    "fair",
    "faults",
    "fit",
    "flow_over_time",
    "landscape",
    "lbfgs_steps",
    "load",
    "metrics",
    "newton_steps",
    "perceptron_steps",
    "sample_history",
]


def __getattr__(name: str) -> ModuleType:
    """Import `widgets` and `exercises` when first asked for: the mathematics does without the page's libraries."""
    if name == "widgets":
        return import_module("glassnet.widgets")
    if name == "exercises":
        return import_module("glassnet.lessons.exercises")
    raise AttributeError(f"module 'glassnet' has no attribute {name!r}")
