"""Constraints on weights, and the registry of their names."""

from glassnet.nn.constraints.constraint import Constraint
from glassnet.nn.constraints.max_norm import MaxNorm

CONSTRAINTS: dict[str, type[Constraint]] = {"max_norm": MaxNorm}

__all__ = ["CONSTRAINTS", "Constraint", "MaxNorm"]
