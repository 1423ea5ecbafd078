"""The messages of feature scaling."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.feature_scaling.wines import SCALINGS
from glassnet.widgets.wire import Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Choice

WINES = 178
FIRST_WINE = 150
"""A wine whose five neighbours all name the wrong grower as measured, and all the right one once scaled."""


@dataclass(frozen=True)
class Open(Request):
    """List the scalings, and return the wines' measurements."""


@dataclass(frozen=True)
class Scale(Request):
    """Scale both measurements, and ask the five nearest neighbours of one wine for its grower."""

    scaling: Annotated[str, OneOf("scaling", SCALINGS)]
    wine: Annotated[int, Limits(0, WINES - 1)]


@dataclass(frozen=True)
class Opening(Reply):
    """Buffers: the grower of each wine, 0, 1 or 2."""

    scalings: tuple[Choice, ...]
    features: tuple[str, str]
    wine: int


@dataclass(frozen=True)
class Scaled(Reply):
    """Buffers: both coordinates of each wine.

    `measured` is the wine as measured, `voters` are its five nearest neighbours, `votes` how many of them each grower
    has. `right` is the fraction of all wines for which the majority of such neighbours names the true grower.
    """

    scaling: str
    wine: int
    measured: tuple[float, float]
    grower: int
    voters: tuple[int, ...]
    votes: tuple[int, int, int]
    right: float
