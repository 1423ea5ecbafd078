"""A network of bumps: each is the difference of two sigmoid units, and the output adds them up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.nn.passes import forward

KNOTS = np.linspace(0, 1, 7)
"""Where a curve of one's own is given; straight lines lie between."""

TARGETS: Mapping[str, tuple[str, Callable[[Array], Array]]] = {
    "waves": ("waves", lambda x: 0.5 + 0.3 * np.sin(2 * np.pi * x) + 0.15 * np.sin(6 * np.pi * x)),
    "hill": ("a hill", lambda x: np.exp(-(((x - 0.5) / 0.16) ** 2))),
    "slope": ("a straight line", lambda x: 0.1 + 0.8 * x),
    "jump": ("a jump", lambda x: np.where(x < 0.5, 0.2, 0.8)),
}
"""The curves to be approximated on 0 to 1: by name, the label and the function. The last isn't continuous."""


@dataclass(frozen=True, eq=False)
class Bumps:
    """A network whose weights are set, not learnt: hidden units 2i and 2i + 1 are the two edges of bump i.

    Bump i stands on the i-th of n equal pieces of 0 to 1, as high as the target in the middle of the piece:
    height · (σ(steep · (x − left)) − σ(steep · (x − right))). The first and the last reach beyond the ends, by a piece.

    Arguments:
        heights: of the bumps, shape (bumps,).
        steep: how steep the edges are, in units of 1 / the width of a bump.

    >>> bumps = Bumps(np.array([1.0, 1.0]), 60.0)
    >>> bumps.network.names, bumps.parameters, bumps.output(np.array([0.25, 0.75])).round(2).tolist()
    (('dense_1', 'dense_2'), 13, [1.0, 1.0])
    """

    heights: Array
    steep: float

    @property
    def count(self) -> int:
        """The number of bumps."""
        return len(self.heights)

    @property
    def network(self) -> Network:
        """One hidden layer of two units a bump, and one output."""
        return Network([Dense(2 * self.count, "sigmoid"), Dense(1)])

    @property
    def parameters(self) -> int:
        """How many weights and biases it has."""
        return 2 * self.count * 3 + 1

    def output(self, x: Array) -> Array:
        """Return the network's output at each x, shape (n,)."""
        output, _ = self._forward(x)
        return output[:, 0]

    def bumps(self, x: Array) -> Array:
        """Return each bump at each x, shape (bumps, n); they add up to the output."""
        _, hidden = self._forward(x)
        return self.heights[:, None] * (hidden[:, 0::2] - hidden[:, 1::2]).T

    def _forward(self, x: Array) -> tuple[Array, Array]:
        edges = np.linspace(0, 1, self.count + 1)
        places = np.stack([edges[:-1], edges[1:]], axis=1).ravel()
        places[[0, -1]] += np.array([-1, 1]) / self.count
        steep = self.steep * self.count
        signs = np.tile([1.0, -1.0], self.count)
        params = {
            "dense_1": {"weight": np.full((1, 2 * self.count), steep), "bias": -steep * places},
            "dense_2": {"weight": (signs * np.repeat(self.heights, 2))[:, None], "bias": np.zeros(1)},
        }
        state: dict[str, dict[str, Array]] = {name: {} for name in self.network.names}
        with np.errstate(over="ignore"):  # far from its edge a steep unit is 0 or 1, as it should be
            output, tape, _ = forward(self.network, params, state, x[:, None], train=False, rng=stream(0))
        return output, tape["dense_1"]["a"]


def middles(count: int) -> Array:
    """Return the middle of each of `count` equal pieces of 0 to 1."""
    return (np.arange(count) + 0.5) / count
