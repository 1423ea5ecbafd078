"""What a contest is about: the task, who takes part, and a lower bound on the work of a step."""

from collections.abc import Callable
from typing import NamedTuple

COMPILED = "Glassnet compiled"
EAGER = "Glassnet eager"


class Contestant(NamedTuple):
    """One library with the task set up.

    Arguments:
        train: makes so many further steps.
        loss: the mean loss on all training samples, as it stands.
        setting: how it was used, in a few words.
    """

    train: Callable[[int], object]
    loss: Callable[[], float]
    setting: str = ""


class Floor(NamedTuple):
    """A lower bound on the work of a step.

    Arguments:
        operations: additions and multiplications.
        bytes: read from or written to memory: batch, weights, and what the rule keeps.
    """

    operations: float
    bytes: float


class Task(NamedTuple):
    """What is trained.

    Arguments:
        key, title: how it is called.
        steps: in a turn, at most; a slow contestant makes as many as half a second allows, but at least `least`.
        check: steps after which all have to stand at the same loss.
        tolerance: by how much losses may differ then, relative.
        floor: of one step.
        bars: how many times faster than a peer compiled Glassnet means to be, by the beginning of the peer's name;
            of several settings of a peer the fastest counts.
        contestants: what makes each of them, by name; one that is not installed raises ImportError.
    """

    key: str
    title: str
    steps: int
    least: int
    check: int
    tolerance: float
    floor: Floor
    bars: dict[str, float]
    contestants: dict[str, Callable[[], Contestant]]
