"""Activation functions, one a file, and the registry of their names."""

from glassnet.nn.activations.activation import Activation
from glassnet.nn.activations.linear import Linear
from glassnet.nn.activations.relu import ReLU
from glassnet.nn.activations.sigmoid import Sigmoid
from glassnet.nn.activations.softmax import Softmax
from glassnet.nn.activations.tanh import Tanh

ACTIVATIONS: dict[str, type[Activation]] = {
    "linear": Linear,
    "sigmoid": Sigmoid,
    "tanh": Tanh,
    "relu": ReLU,
    "softmax": Softmax,
}

__all__ = ["ACTIVATIONS", "Activation", "Linear", "ReLU", "Sigmoid", "Softmax", "Tanh"]
