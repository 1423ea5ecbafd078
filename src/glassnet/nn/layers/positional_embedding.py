"""PositionalEmbedding: a learnt vector for each position in a sequence."""

from typing import ClassVar

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.checks import number
from glassnet.base.errors import ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.registry import Named, resolve
from glassnet.base.settings_class import settings_class
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.recurrence import check_sequence
from glassnet.nn.layers.time_steps import real_steps, where_real


@settings_class
class PositionalEmbedding:
    """a[:, t] = x[:, t] + weight[t]: a learnt vector for the position of each step (as in BERT and GPT-2).

    Input and output (batch, time, features). Sequences shorter than the one it was built for use the first rows.

    Arguments:
        mask_value: a step whose features all equal this number is padding and left unchanged.
        weight_initializer: first values of weight, shape (time, features).

    >>> import numpy as np
    >>> layer, params = PositionalEmbedding(), {"weight": np.array([[1.0], [2.0], [3.0]])}
    >>> a, parts, _ = layer.forward(params, {}, np.array([[[10.0], [10.0]]]), train=False, rng=None)
    >>> a.tolist()
    [[[11.0], [12.0]]]
    >>> layer.backward(params, parts, np.array([[[5.0], [6.0]]]), need_d_x=False)[1]["weight"].tolist()
    [[5.0], [6.0], [0.0]]
    """

    unit_axis: ClassVar[int] = 0
    mask_value: float | None = None
    weight_initializer: Named = "normal"

    def __post_init__(self) -> None:
        if self.mask_value is not None:
            number("mask_value", self.mask_value)
        object.__setattr__(self, "weight_initializer", resolve("initializer", self.weight_initializer, INITIALIZERS))

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Draw weight (time, features)."""
        time, features = check_sequence("PositionalEmbedding", input_shape)
        weight = self.weight_initializer.draw(
            rng.child("weight"), (time, features), fan_in=time, fan_out=features, dtype=dtype
        )
        return {"weight": weight}, {}, input_shape

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return x + weight, using one row of weight for each step of x."""
        places, time = params["weight"].shape[0], x.shape[1]
        if time > places:
            raise ShapeError(
                f"PositionalEmbedding has {places} positions but got a sequence of {time} steps; shorten the sequence, "
                "build the network for the longer shape, or use PositionalEncoding, which accepts any length."
            )
        mask = real_steps(x, self.mask_value)
        a = where_real(mask, x + params["weight"][:time], x)
        return a, {"x": x, "a": a} | ({} if mask is None else {"mask": mask}), state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x = d_a, and d_weight: d_a summed over the batch where the step is real, 0 for unused positions."""
        xp, time = namespace(d_output), d_output.shape[1]
        d_used = where_real(parts.get("mask"), d_output, 0.0).sum(axis=0)
        d_weight = xp.concat([d_used, xp.zeros_like(params["weight"][time:])], axis=0)
        return d_output if need_d_x else None, {"weight": d_weight}, {"d_a": d_output}
