"""Regularisers, and the registry of their names."""

from glassnet.nn.regularizers.l2 import L2
from glassnet.nn.regularizers.regularizer import Regularizer

REGULARIZERS: dict[str, type] = {"l2": L2}

__all__ = ["L2", "REGULARIZERS", "Regularizer"]
