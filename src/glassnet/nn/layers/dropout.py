"""Dropout: switch units off at random while training."""

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import number
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers.layer import Grads, Params, Parts, State


@settings_class
class Dropout:
    """a = x · mask; in training each mask element is 0 with probability `rate`, else 1 / (1 − rate); otherwise a = x.

    Inverted dropout: dividing by the fraction that is kept preserves the mean, so that nothing needs scaling
    in inference. Hinton et al. (2012), arXiv 1207.0580; Srivastava et al. (2014).

    Arguments:
        rate: the fraction of numbers that are switched off, at least 0 and below 1.

    >>> import numpy as np
    >>> from glassnet.base.random import stream
    >>> a, parts, _ = Dropout(0.5).forward({}, {}, np.ones((1, 4)), train=True, rng=stream(0))
    >>> a.tolist()
    [[0.0, 2.0, 2.0, 0.0]]
    """

    rate: float = 0.5

    def __post_init__(self) -> None:
        number("rate", self.rate, minimum=0, below=1)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return the shape unchanged; there are no parameters."""
        return {}, {}, tuple(input_shape)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape of x; in training, parts keep the mask."""
        if not train:
            return x, {"x": x, "a": x}, state
        kept = rng.child("mask").uniform(x.shape, dtype=str(x.dtype)) >= self.rate
        mask = kept.astype(x.dtype) / (1.0 - self.rate)
        a = x * mask
        return a, {"x": x, "mask": mask, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x = d_output · mask (d_output itself if nothing was dropped)."""
        if not need_d_x:
            return None, {}, {"d_a": d_output}
        return (d_output * parts["mask"] if "mask" in parts else d_output), {}, {"d_a": d_output}
