"""The constant schedule."""

from collections.abc import Sequence
from typing import ClassVar

from glassnet.base.settings_class import settings_class


@settings_class
class ConstantRate:
    """rate = base.

    >>> ConstantRate().rate(0.1, 1000, ())
    0.1
    """

    watches: ClassVar[bool] = False

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return the base rate."""
        return base
