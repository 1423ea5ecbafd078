"""Initialisers, and the registry of their names."""

from glassnet.nn.initializers.glorot import GlorotNormal, GlorotUniform
from glassnet.nn.initializers.he import HeNormal, HeUniform
from glassnet.nn.initializers.initializer import Initializer
from glassnet.nn.initializers.normal import Normal
from glassnet.nn.initializers.uniform import Uniform
from glassnet.nn.initializers.zeros import Zeros

INITIALIZERS: dict[str, type[Initializer]] = {
    "zeros": Zeros,
    "uniform": Uniform,
    "normal": Normal,
    "glorot_uniform": GlorotUniform,
    "glorot_normal": GlorotNormal,
    "he_uniform": HeUniform,
    "he_normal": HeNormal,
}

__all__ = [
    "INITIALIZERS",
    "GlorotNormal",
    "GlorotUniform",
    "HeNormal",
    "HeUniform",
    "Initializer",
    "Normal",
    "Uniform",
    "Zeros",
]
