"""The perceptron rule: learning from mistakes alone, one at a time."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.errors import DataError, ShapeError
from glassnet.nn.activations.binary_step import BinaryStep


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
    learning_rate, bias = number("learning_rate", learning_rate, above=0), number("bias", bias)
    x, y = numbers_of("x", x), numbers_of("y", y)
    if x.ndim != 2 or y.shape != (len(x),):
        raise ShapeError(f"A perceptron needs x (samples, features) and y (samples,); got {x.shape} and {y.shape}.")
    if not np.isin(y, (0, 1)).all():
        raise DataError(f"A perceptron's targets must be 0 or 1; got {np.unique(y).tolist()}.")
    first = np.zeros(x.shape[1]) if weight is None else numbers_of("weight", weight)
    if first.shape != x.shape[1:]:
        raise ShapeError(f"weight must have one number per feature, shape {x.shape[1:]}; got shape {first.shape}.")
    return _passes(x, y, learning_rate, first, bias)


def numbers_of(name: str, values: object) -> Array:
    """Return a perceptron's numbers as an array of finite floats.

    Raises:
        DataError: they aren't.
    """
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


def correction(x: Array, target: Array, weight: Array, bias: Array, learning_rate: Array) -> dict[str, Array]:
    """Return all numbers of one step of the rule on one sample, on arrays of any kind.

    z = x · weight + bias; a = 1 if z ≥ 0, else 0; mistake = target − a;
    weight_after = weight + learning_rate · mistake · x; bias_after = bias + learning_rate · mistake.

    >>> made = correction(np.array([2.0, -1.0]), np.array(0.0), np.array([1.0, 1.0]), np.array(0.5), np.array(1.0))
    >>> {name: value.tolist() for name, value in made.items()}
    {'z': 1.5, 'a': 1.0, 'mistake': -1.0, 'weight_after': [-1.0, 2.0], 'bias_after': -0.5}
    """
    z = x @ weight + bias
    a = BinaryStep().forward(z)
    mistake = target - a
    return {
        "z": z,
        "a": a,
        "mistake": mistake,
        "weight_after": weight + learning_rate * mistake * x,
        "bias_after": bias + learning_rate * mistake,
    }


def _passes(x: Array, y: Array, rate: float, weight: Array, bias: float) -> Iterator[PerceptronStep]:
    mistakes = 1
    while mistakes:
        mistakes = 0
        for sample in range(len(x)):
            made = correction(x[sample], y[sample], weight, np.asarray(bias), np.asarray(rate))
            mistake = int(made["mistake"])
            weight, bias = made["weight_after"], float(made["bias_after"])
            mistakes += mistake != 0
            yield PerceptronStep(sample, int(made["a"]), mistake, weight, bias)
