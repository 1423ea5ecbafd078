"""Initialisers, and the registry of their names."""

from glassnet.nn.initializers.constant import Constant
from glassnet.nn.initializers.glorot import GlorotNormal, GlorotUniform
from glassnet.nn.initializers.he import HeNormal, HeUniform
from glassnet.nn.initializers.initializer import Initializer
from glassnet.nn.initializers.lecun import LeCunNormal, LeCunUniform
from glassnet.nn.initializers.normal import Normal
from glassnet.nn.initializers.ones import Ones
from glassnet.nn.initializers.orthogonal import Orthogonal
from glassnet.nn.initializers.truncated_normal import TruncatedNormal
from glassnet.nn.initializers.uniform import Uniform
from glassnet.nn.initializers.zeros import Zeros

INITIALIZERS: dict[str, type[Initializer]] = {
    "zeros": Zeros,
    "ones": Ones,
    "constant": Constant,
    "uniform": Uniform,
    "normal": Normal,
    "truncated_normal": TruncatedNormal,
    "glorot_uniform": GlorotUniform,
    "glorot_normal": GlorotNormal,
    "he_uniform": HeUniform,
    "he_normal": HeNormal,
    "lecun_uniform": LeCunUniform,
    "lecun_normal": LeCunNormal,
    "orthogonal": Orthogonal,
}

__all__ = [
    "INITIALIZERS",
    "Constant",
    "GlorotNormal",
    "GlorotUniform",
    "HeNormal",
    "HeUniform",
    "Initializer",
    "LeCunNormal",
    "LeCunUniform",
    "Normal",
    "Ones",
    "Orthogonal",
    "TruncatedNormal",
    "Uniform",
    "Zeros",
]
