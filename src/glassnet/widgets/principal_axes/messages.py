"""The messages of the principal axes."""

from dataclasses import dataclass

from glassnet.widgets.wire import Reply, Request


@dataclass(frozen=True)
class Open(Request):
    """Return the cloud, with an axis as it turns to the most spread, and the second axis."""


@dataclass(frozen=True)
class Cloud(Reply):
    """Buffers: the points, (points, 3); the first axis at each turn, (turns + 1, 3); the second axis, (3,).

    `shares` are the fractions of the variance along the first axis at each turn; `second` that along the second one.
    """

    measurements: tuple[str, str, str]
    shares: tuple[float, ...]
    second: float
