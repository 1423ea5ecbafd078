"""The constant schedule."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class ConstantRate:
    """rate = base.

    >>> ConstantRate().rate(0.1, 1000, ())
    0.1
    """

    watches: ClassVar[bool] = False

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return the base rate."""
        return base
