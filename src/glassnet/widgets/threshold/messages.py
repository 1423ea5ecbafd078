"""The messages of the threshold."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Limits, Reply, Request


@dataclass(frozen=True)
class Open(Request):
    """Show the scores."""


@dataclass(frozen=True)
class Judge(Request):
    """Call everything with at least this probability a yes."""

    threshold: Annotated[float, Limits(0, 1)]


@dataclass(frozen=True)
class ScoresView(Reply):
    """What was scored. Buffers: the probabilities of the samples that are not, of those that are; threshold, precision
    and recall, row by row, with NaN where precision is undefined.
    """

    no: str
    yes: str
    threshold: float
    rows: int


@dataclass(frozen=True)
class Judged(Reply):
    """The four counts at a threshold, and what follows; None where it is undefined."""

    threshold: float
    found: int
    missed: int
    false_alarms: int
    passed: int
    accuracy: float
    precision: float | None
    recall: float | None
    f1: float | None
