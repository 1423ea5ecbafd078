"""Small things that several widgets are told."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire.marks import Limits

FARTHEST = 1e6

Place = tuple[Annotated[float, Limits(-FARTHEST, FARTHEST)], Annotated[float, Limits(-FARTHEST, FARTHEST)]]
"""Two numbers in a plane."""


@dataclass(frozen=True)
class Choice:
    """Something to choose: its name, and what readers call it."""

    name: str
    label: str


@dataclass(frozen=True)
class Named:
    """A number with the name under which it is explained; None where it is not finite.

    >>> Named("loss.mean", 0.5)
    Named(reference='loss.mean', value=0.5)
    """

    reference: str
    value: float | None
