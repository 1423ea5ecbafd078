"""The shape of what a generator makes, known before it makes it."""

from collections.abc import Mapping
from inspect import Parameter, signature
from typing import Any

from glassnet.base.arrays import Shape
from glassnet.base.checks import number, whole_number
from glassnet.base.registry import look_up
from glassnet.data import GENERATORS

READS_FILES = ("mnist",)
"""Generators that open files outside the library, or ask the network for them."""

FIXED: dict[str, Shape] = {"digits": (1797, 64), "mnist": (70_000, 784)}


def made_shape(source: Mapping[str, Any]) -> Shape:
    """Return the shape (samples, …) of the features that a generator makes.

    Arguments:
        source: a data set's source: the generator's name, and its settings.

    >>> made_shape({"generator": "tones", "samples": 6, "seconds": 0.1})
    (6, 800, 1)
    """
    name = source["generator"]
    parameters = signature(look_up("generator", name, GENERATORS)).parameters
    if name in FIXED:
        return FIXED[name]
    defaults = {key: each.default for key, each in parameters.items() if each.default is not Parameter.empty}
    settings = defaults | dict(source)
    samples = whole_number("samples", settings["samples"], minimum=1)
    if name == "patterns":
        size = whole_number("size", settings["size"], minimum=1)
        return (samples, size, size, 3)
    if name == "tones":
        rate = whole_number("rate", settings["rate"], minimum=1)
        return (samples, round(rate * number("seconds", settings["seconds"], above=0, maximum=1e6)), 1)
    return (samples, 1 if name == "curve" else 2)
