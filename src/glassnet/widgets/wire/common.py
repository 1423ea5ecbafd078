"""Small types that several widgets use in replies."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire.marks import Limits

MAX_COORDINATE = 1e6

Place = tuple[
    Annotated[float, Limits(-MAX_COORDINATE, MAX_COORDINATE)], Annotated[float, Limits(-MAX_COORDINATE, MAX_COORDINATE)]
]
"""Two numbers in a plane."""


@dataclass(frozen=True)
class Choice:
    """A choice: its name, and its label for readers."""

    name: str
    label: str


@dataclass(frozen=True)
class Named:
    """A number with the reference that explains it; None if it is not finite.

    >>> Named("loss.mean", 0.5)
    Named(reference='loss.mean', value=0.5)
    """

    reference: str
    value: float | None
