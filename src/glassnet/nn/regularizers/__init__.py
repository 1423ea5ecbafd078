"""Regularisers, and the registry of their names."""

from glassnet.nn.regularizers.elastic_net import ElasticNet
from glassnet.nn.regularizers.l1 import L1
from glassnet.nn.regularizers.l2 import L2
from glassnet.nn.regularizers.regularizer import Regularizer

REGULARIZERS: dict[str, type[Regularizer]] = {"l1": L1, "l2": L2, "elastic_net": ElasticNet}

__all__ = ["L1", "L2", "REGULARIZERS", "ElasticNet", "Regularizer"]
