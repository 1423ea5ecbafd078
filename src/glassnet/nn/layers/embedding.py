"""Embedding: a learnt vector for each word."""

from typing import ClassVar

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.checks import whole_number
from glassnet.base.random import RandomStream
from glassnet.base.registry import Named, resolve
from glassnet.base.settings_class import settings_class
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.kernels.rows import sum_rows, take_rows
from glassnet.nn.layers.layer import Grads, Params, Parts, State


@settings_class
class Embedding:
    """a = weight[x]: whole numbers from 0 to vocabulary − 1 (words, letters, items) pick rows of weight.

    The same as one-hot vectors · weight, without the zeros. The gradient of a row is the sum of d_a over all
    positions where it was used; x are names, not quantities, so d_x = 0.

    Arguments:
        vocabulary: the number of distinct words.
        units: the length of each vector.
        padding: the number that represents padding: its vector is 0 and stays 0; None if there is none.
        weight_initializer: first values of weight, shape (vocabulary, units).

    >>> import numpy as np
    >>> params = {"weight": np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])}
    >>> layer = Embedding(3, 2, padding=0)
    >>> a, parts, _ = layer.forward(params, {}, np.array([[2.0, 1.0, 0.0]]), train=False, rng=None)
    >>> a.tolist()
    [[[5.0, 6.0], [3.0, 4.0], [0.0, 0.0]]]
    >>> layer.backward(params, parts, np.ones((1, 3, 2)), need_d_x=False)[1]["weight"].tolist()
    [[0.0, 0.0], [1.0, 1.0], [1.0, 1.0]]
    """

    unit_axis: ClassVar[int] = 0
    vocabulary: int
    units: int
    padding: int | None = None
    weight_initializer: Named = "uniform"

    def __post_init__(self) -> None:
        whole_number("vocabulary", self.vocabulary, minimum=1)
        whole_number("units", self.units, minimum=1)
        if self.padding is not None:
            whole_number("padding", self.padding, minimum=0, maximum=self.vocabulary - 1)
        object.__setattr__(self, "weight_initializer", resolve("initializer", self.weight_initializer, INITIALIZERS))

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Draw weight (vocabulary, units)."""
        shape = (self.vocabulary, self.units)
        weight = self.weight_initializer.draw(
            rng.child("weight"), shape, fan_in=self.vocabulary, fan_out=self.units, dtype=dtype
        )
        return {"weight": weight}, {}, (*input_shape, self.units)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape (batch, …, units), of whole numbers x, shape (batch, …).

        Raises:
            DataError: a number isn't in the vocabulary.
        """
        a = take_rows(params["weight"], x)
        if self.padding is not None:
            a = namespace(a).where((x == self.padding)[..., None], 0.0, a)
        return a, {"x": x, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x = 0 and d_weight, each row the sum of d_output where it was used."""
        x = parts["x"]
        d_rows = d_output
        if self.padding is not None:
            d_rows = namespace(d_output).where((x == self.padding)[..., None], 0.0, d_output)
        grads = {"weight": sum_rows(d_rows.reshape(-1, self.units), x.reshape(-1), self.vocabulary)}
        return (x * 0 if need_d_x else None), grads, {"d_a": d_output}
