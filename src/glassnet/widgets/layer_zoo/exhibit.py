"""One kind of layer on show: an input, and what a real layer of the engine makes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import stream
from glassnet.base.trees import leaves
from glassnet.data import digits
from glassnet.nn.layers import Layer

SEED = 3


class Shown(NamedTuple):
    """What a layer takes and gives, as tables of numbers to draw, with their real shapes without the batch.

    Arguments:
        before, after: shape (rows, columns).
        takes, gives: the shapes of one example.
        parameters: how many numbers training would change.
    """

    before: Array
    after: Array
    takes: Shape
    gives: Shape
    parameters: int


@dataclass(frozen=True, eq=False)
class Exhibit:
    """A kind of layer.

    Arguments:
        label: its name.
        words: what it does, in one sentence.
        variants: layers of the kind, by what they are called.
        take: from the number of the input to the input with its batch.
        weights: parameters set by hand, by the variant's name; the others are drawn.
        train: whether it is shown as it works in training.
        whole: whether the batch is shown as one table: each row is an example.
        drawn: rows and columns of the input's picture, if not those of its shape.
    """

    label: str
    words: str
    variants: Mapping[str, Layer]
    take: Callable[[int], Array]
    weights: Mapping[str, Mapping[str, Array]] = field(default_factory=dict)
    train: bool = False
    whole: bool = False
    drawn: tuple[int, int] | None = None

    def show(self, variant: str, number: int) -> Shown:
        """Return what one variant makes of an input."""
        layer, x = self.variants[variant], self.take(number)
        params, state, _ = layer.build(stream(SEED), x.shape[1:], "float64")
        params = {**params, **self.weights.get(variant, {})}
        output, _, _ = layer.forward(params, state, x, train=self.train, rng=stream(number).child("zoo"))
        count = sum(values.size for _, values in leaves(params))
        before, after = (values if self.whole else values[0] for values in (x, output))
        return Shown(as_table(before, self.drawn), as_table(after), x.shape[1:], output.shape[1:], int(count))


def as_table(values: Array, drawn: tuple[int, int] | None = None) -> Array:
    """Return numbers as rows and columns: one row for a list, the picture without its channel.

    >>> import numpy as np
    >>> as_table(np.zeros((4, 4, 1))).shape, as_table(np.zeros(5)).shape, as_table(np.zeros(6), (2, 3)).shape
    ((4, 4), (1, 5), (2, 3))
    """
    if drawn is not None:
        return values.reshape(drawn)
    if values.ndim == 3:
        return values[..., 0]
    return values[None] if values.ndim == 1 else values


@cache
def pictures() -> Array:
    """Return pictures of handwritten digits, shape (pictures, 8, 8, 1), from 0 to 1."""
    return digits().x.reshape(-1, 8, 8, 1).astype(float)


def picture(number: int) -> Array:
    """Return one picture with its batch, shape (1, 8, 8, 1)."""
    at = number % len(pictures())
    return pictures()[at : at + 1]
