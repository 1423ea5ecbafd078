"""The messages of the sure-and-wrong neuron."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Limits, Reply, Request

UPDATES = 200

Sure = Annotated[float, Limits(0.5, 0.999)]
Rate = Annotated[float, Limits(above=0, maximum=5)]


@dataclass(frozen=True)
class Open(Request):
    """Return both courses with the settings that the widget was made with."""


@dataclass(frozen=True)
class Correct(Request):
    """Correct the neuron under both losses, from the same start and at the same learning rate."""

    sure: Sure
    rate: Rate


@dataclass(frozen=True)
class Corrected(Reply):
    """Buffers, for the squared error and then for cross-entropy: answers, losses and slopes after 0, 1, 2 … updates.

    `halfway` is the first update after which the answer is below one half, for each loss; None if there is none.
    """

    sure: float
    rate: float
    updates: int
    halfway: tuple[int | None, int | None]
