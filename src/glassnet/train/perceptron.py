"""The perceptron rule: learning from mistakes alone, one at a time."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.errors import DataError, ShapeError


class PerceptronStep(NamedTuple):
    """One step of the perceptron rule, on one sample.

    Arguments:
        sample: its number.
        predicted: 1 where w · x + b ≥ 0, else 0, before the correction.
        mistake: target − predicted: 1, 0 or −1.
        weight, bias: after the correction.
    """

    sample: int
    predicted: int
    mistake: int
    weight: Array
    bias: float


def perceptron_steps(
    x: Array, y: Array, *, learning_rate: float = 1.0, weight: Array | None = None, bias: float = 0.0
) -> Iterator[PerceptronStep]:
    """Go through the samples again and again: w ← w + learning_rate · (target − predicted) · x, and likewise for b.

    Rosenblatt (1958). Ends after the first pass without a mistake; for classes that no line separates that
    never happens, and the caller decides when to stop. This is not gradient descent: the step function
    has no useful slope.

    Arguments:
        x: features (samples, features).
        y: targets 0 or 1 (samples,).
        learning_rate: size of a correction.
        weight, bias: the starting values; zeros by default.

    Raises:
        ShapeError: the arrays have other shapes.
        DataError: a feature is not a finite number, or a target is neither 0 nor 1.

    >>> steps = list(perceptron_steps(np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 0, 0, 1])))
    >>> len(steps), sum(step.mistake != 0 for step in steps), steps[-1].weight.tolist(), steps[-1].bias
    (24, 11, [2.0, 1.0], -3.0)
    """
    number("learning_rate", learning_rate, above=0)
    number("bias", bias)
    x, y = _numbers("x", x), _numbers("y", y)
    if x.ndim != 2 or y.shape != (len(x),):
        raise ShapeError(f"A perceptron needs x (samples, features) and y (samples,); got {x.shape} and {y.shape}.")
    if not np.isin(y, (0, 1)).all():
        raise DataError(f"A perceptron's targets must be 0 or 1; got {np.unique(y).tolist()}.")
    first = np.zeros(x.shape[1]) if weight is None else _numbers("weight", weight)
    if first.shape != x.shape[1:]:
        raise ShapeError(f"weight must have one number per feature, shape {x.shape[1:]}; got shape {first.shape}.")
    return _passes(x, y, learning_rate, first, bias)


def _numbers(name: str, values: object) -> Array:
    try:
        array = np.asarray(values)
        array = array if array.dtype.kind == "c" else array.astype(float)
    except (TypeError, ValueError, OverflowError):
        raise DataError(
            f"A perceptron's {name} must be an array of numbers; got {type(values).__name__}. "
            "For a Dataset, pass data.x and data.y."
        ) from None
    if array.dtype.kind == "c":
        raise DataError(f"A perceptron's {name} must be real numbers; got complex ones.")
    if not np.isfinite(array).all():
        raise DataError(f"A perceptron's {name} must be finite; it contains {array[~np.isfinite(array)][0]}.")
    return array


def _passes(x: Array, y: Array, rate: float, weight: Array, bias: float) -> Iterator[PerceptronStep]:
    mistakes = 1
    while mistakes:
        mistakes = 0
        for sample in range(len(x)):
            predicted = int(x[sample] @ weight + bias >= 0)
            mistake = int(y[sample]) - predicted
            weight, bias = weight + rate * mistake * x[sample], bias + rate * mistake
            mistakes += mistake != 0
            yield PerceptronStep(sample, predicted, mistake, weight, bias)
