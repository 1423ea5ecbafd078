"""The interface of every application."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class About:
    """What an application is, for the reader.

    Arguments:
        title: what it does: "Reads digits".
        data: what it learns from.
        network: its layers and the number of its parameters.
        turn: what one turn of training is called: "pass".
        score: what is measured after every turn.
        unit: the unit of the score: "%", or "" for none.
        ends: the lower and upper end of the axis of the score.
    """

    title: str
    data: str
    network: str
    turn: str
    score: str
    unit: str
    ends: tuple[float, float]


class Application(Protocol):
    """A network that is trained turn by turn.

    What else it can do, and for which request, is in its own file. It can be used at any time, also while it is
    untrained.
    """

    about: About
    turns: int
    """How many turns of training there are."""

    def train(self) -> None:
        """Train for one turn."""
        ...

    def score(self) -> float:
        """Return how good it is now, at what it has not learnt from."""
        ...
