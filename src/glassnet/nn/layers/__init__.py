"""Layers, one a file, and the registry of their names."""

from glassnet.nn.layers.branch import Branch
from glassnet.nn.layers.dense import Dense
from glassnet.nn.layers.layer import Grads, Layer, Params, Parts, State
from glassnet.nn.layers.residual import Residual

LAYERS: dict[str, type[Layer]] = {
    "Dense": Dense,
    "Residual": Residual,
    "Branch": Branch,
}

__all__ = [
    "LAYERS",
    "Branch",
    "Dense",
    "Grads",
    "Layer",
    "Params",
    "Parts",
    "Residual",
    "State",
]
