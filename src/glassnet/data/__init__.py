"""Data sets: generators, digits, MNIST; their splits."""

from collections.abc import Callable

from glassnet.data.dataset import Dataset, Samples
from glassnet.data.digits import digits
from glassnet.data.mnist import mnist
from glassnet.data.planar import PLANAR, circle, gaussians, moons, spiral, xor
from glassnet.data.split import split

GENERATORS: dict[str, Callable[..., Dataset]] = {**PLANAR, "digits": digits, "mnist": mnist}

__all__ = [
    "GENERATORS",
    "PLANAR",
    "Dataset",
    "Samples",
    "circle",
    "digits",
    "gaussians",
    "mnist",
    "moons",
    "spiral",
    "split",
    "xor",
]
