"""Whether higher or lower is better: each metric declares it."""

from collections.abc import Callable
from typing import Any, TypeVar

from glassnet.base.registry import look_up

DIRECTIONS = {"higher": True, "lower": False}

Function = TypeVar("Function", bound=Callable[..., Any])


def better(direction: str) -> Callable[[Function], Function]:
    """Declare whether "higher" or "lower" is better for a metric, for `EarlyStopping` and `Checkpoint`.

    Raises:
        UnknownNameError: the direction is neither.

    >>> @better("lower")
    ... def worst_error(prediction, truth):
    ...     return float(abs(prediction - truth).max())
    >>> higher_is_better(worst_error)
    False
    """
    higher = look_up("direction", direction, DIRECTIONS)

    def mark(metric: Function) -> Function:
        metric.__dict__["higher_is_better"] = higher
        return metric

    return mark


def higher_is_better(metric: Callable[..., Any]) -> bool | None:
    """Return whether higher is better for a metric; None if it doesn't declare it.

    >>> from glassnet.nn.metrics import accuracy
    >>> higher_is_better(accuracy), higher_is_better(abs)
    (True, None)
    """
    return getattr(metric, "higher_is_better", None)
