"""Activation functions, one per file, and the registry of their names."""

from glassnet.nn.activations.activation import Activation
from glassnet.nn.activations.binary_step import BinaryStep
from glassnet.nn.activations.elu import ELU
from glassnet.nn.activations.formula_activation import FormulaActivation
from glassnet.nn.activations.gelu import GELU
from glassnet.nn.activations.gelu_tanh import GELUTanh
from glassnet.nn.activations.leaky_relu import LeakyReLU
from glassnet.nn.activations.linear import Linear
from glassnet.nn.activations.relu import ReLU
from glassnet.nn.activations.selu import SELU
from glassnet.nn.activations.sigmoid import Sigmoid
from glassnet.nn.activations.silu import SiLU
from glassnet.nn.activations.softmax import Softmax
from glassnet.nn.activations.softplus import Softplus
from glassnet.nn.activations.tanh import Tanh

ACTIVATIONS: dict[str, type[Activation]] = {
    "step": BinaryStep,
    "linear": Linear,
    "sigmoid": Sigmoid,
    "tanh": Tanh,
    "relu": ReLU,
    "leaky_relu": LeakyReLU,
    "elu": ELU,
    "selu": SELU,
    "softplus": Softplus,
    "gelu": GELU,
    "gelu_tanh": GELUTanh,
    "silu": SiLU,
    "softmax": Softmax,
    "formula": FormulaActivation,
}

__all__ = [
    "ACTIVATIONS",
    "ELU",
    "GELU",
    "SELU",
    "Activation",
    "BinaryStep",
    "FormulaActivation",
    "GELUTanh",
    "LeakyReLU",
    "Linear",
    "ReLU",
    "SiLU",
    "Sigmoid",
    "Softmax",
    "Softplus",
    "Tanh",
]
