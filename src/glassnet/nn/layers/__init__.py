"""Layers, one a file, and the registry of their names."""

from glassnet.nn.layers.dense import Dense
from glassnet.nn.layers.layer import Grads, Layer, Params, Parts, State

LAYERS: dict[str, type[Layer]] = {"Dense": Dense}

__all__ = ["LAYERS", "Dense", "Grads", "Layer", "Params", "Parts", "State"]
