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
from glassnet.optim import SGD
from glassnet.run import Ensemble, Run, Sequential, fit, load
from glassnet.run.callbacks import Callback, Checkpoint, EarlyStopping, TensorBoard
from glassnet.train import Recipe

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
    "Activate",
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
    "Constant",
    "Conv2D",
    "Conv2DTranspose",
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
    "LogCosh",
    "MaxNorm",
    "MaxPool2D",
    "MeanAbsoluteError",
    "MeanSquaredError",
    "MinPool2D",
    "MultiHeadSelfAttention",
    "Network",
    "Normal",
    "Ones",
    "Orthogonal",
    "PReLU",
    "PerceptronLoss",
    "PositionalEmbedding",
    "PositionalEncoding",
    "ReLU",
    "Recipe",
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
    "Tanh",
    "TensorBoard",
    "TruncatedNormal",
    "Uniform",
    "UnknownNameError",
    "UpSampling2D",
    "Zeros",
    "data",
    "fit",
    "load",
]


def __getattr__(name: str) -> ModuleType:
    """Import `glassnet.widgets` when it is first asked for: the mathematics does without the page's libraries."""
    if name == "widgets":
        return import_module("glassnet.widgets")
    raise AttributeError(f"module 'glassnet' has no attribute {name!r}")
