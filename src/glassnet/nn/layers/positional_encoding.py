"""PositionalEncoding: sine waves that encode the position of each step."""

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.checks import number
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.recurrence import check_sequence
from glassnet.nn.layers.time_steps import real_steps, where_real


@settings_class
class PositionalEncoding:
    """a = x + encoding: sines and cosines of the position t, from fast to slow (Vaswani et al., 2017, section 3.5).

        encoding[t, 2i] = sin(t / base^(2i / features))        encoding[t, 2i + 1] = cos(t / base^(2i / features))

    Without it, attention ignores the order of the steps. Input and output (batch, time, features); nothing is
    learnt, and any length is allowed. `PositionalEmbedding` learns its table instead.

    Arguments:
        base: the slowest wave is about 2π · base steps long.
        mask_value: a step whose features all equal this number is padding and left unchanged.

    >>> import numpy as np
    >>> a, _, _ = PositionalEncoding().forward({}, {}, np.zeros((1, 3, 2)), train=False, rng=None)
    >>> a.round(4).tolist()
    [[[0.0, 1.0], [0.8415, 0.5403], [0.9093, -0.4161]]]
    """

    base: float = 10000.0
    mask_value: float | None = None

    def __post_init__(self) -> None:
        number("base", self.base, above=1)
        if self.mask_value is not None:
            number("mask_value", self.mask_value)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Check the shape; there are no parameters."""
        check_sequence("PositionalEncoding", input_shape)
        return {}, {}, input_shape

    def encoding(self, x: Array) -> Array:
        """Return the table (time, features) for x (batch, time, features), in its dtype."""
        xp = namespace(x)
        time, feature = xp.arange(x.shape[1])[:, None], xp.arange(x.shape[2])[None, :]
        angle = time / self.base ** (2 * (feature // 2) / x.shape[2])
        return xp.where(feature % 2 == 0, xp.sin(angle), xp.cos(angle)).astype(x.dtype)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return x + encoding."""
        mask, encoding = real_steps(x, self.mask_value), self.encoding(x)
        a = where_real(mask, x + encoding, x)
        return a, {"x": x, "encoding": encoding, "a": a} | ({} if mask is None else {"mask": mask}), state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x = d_a: what is added is constant."""
        return d_output if need_d_x else None, {}, {"d_a": d_output}
