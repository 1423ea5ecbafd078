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
    GlassnetError,
    RunFileError,
    SettingError,
    ShapeError,
    UnknownNameError,
)
from glassnet.data import Dataset
from glassnet.nn.activations import Linear, ReLU, Sigmoid, Softmax, Tanh
from glassnet.nn.initializers import GlorotNormal, GlorotUniform, HeNormal, HeUniform, Normal, Uniform, Zeros
from glassnet.nn.layers import (
    AveragePool2D,
    BatchNorm,
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
    Reshape,
    Residual,
    UpSampling2D,
)
from glassnet.nn.losses import (
    BinaryCrossEntropy,
    CategoricalCrossEntropy,
    MeanSquaredError,
    SigmoidCrossEntropy,
    SoftmaxCrossEntropy,
    SparseCategoricalCrossEntropy,
    SparseSoftmaxCrossEntropy,
)
from glassnet.nn.network import Network
from glassnet.nn.regularizers import L2
from glassnet.optim import SGD
from glassnet.run import Ensemble, Run, Sequential, fit, load
from glassnet.run.callbacks import Callback, Checkpoint, EarlyStopping, TensorBoard
from glassnet.train import Recipe

__version__ = "0.1.0"

__all__ = [
    "L2",
    "SGD",
    "AveragePool2D",
    "BatchNorm",
    "BinaryCrossEntropy",
    "Branch",
    "Callback",
    "CategoricalCrossEntropy",
    "Checkpoint",
    "Conv2D",
    "Conv2DTranspose",
    "DataError",
    "Dataset",
    "Dense",
    "DivergedError",
    "Dropout",
    "EarlyStopping",
    "Embedding",
    "Ensemble",
    "Flatten",
    "GlassnetError",
    "GlobalAveragePool2D",
    "GlorotNormal",
    "GlorotUniform",
    "HeNormal",
    "HeUniform",
    "LayerNorm",
    "Linear",
    "MaxPool2D",
    "MeanSquaredError",
    "MinPool2D",
    "Network",
    "Normal",
    "ReLU",
    "Recipe",
    "Reshape",
    "Residual",
    "Run",
    "RunFileError",
    "Sequential",
    "SettingError",
    "ShapeError",
    "Sigmoid",
    "SigmoidCrossEntropy",
    "Softmax",
    "SoftmaxCrossEntropy",
    "SparseCategoricalCrossEntropy",
    "SparseSoftmaxCrossEntropy",
    "Tanh",
    "TensorBoard",
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
