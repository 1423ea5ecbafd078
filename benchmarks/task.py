"""What a contest is about: the task, who takes part, and a lower bound on the work of a step."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

COMPILED = "Glassnet compiled"
EAGER = "Glassnet eager"
EARLY = 10
"""Steps after which all have to stand at the same loss."""
BY_HAND = "JAX by hand"


class Contestant(NamedTuple):
    """One library with the task set up.

    Arguments:
        train: makes so many further steps.
        loss: the mean loss on all training samples, as it stands.
        looks: the mean losses on the validation part, one for each epoch that has ended.
        setting: how it was used, in a few words.
    """

    train: Callable[[int], object]
    loss: Callable[[], float]
    looks: Callable[[], Sequence[float]] = tuple
    setting: str = ""


class Floor(NamedTuple):
    """A lower bound on the work of a step.

    Arguments:
        operations: additions and multiplications.
        bytes: read from or written to memory: batch, weights, and what the rule keeps.
    """

    operations: float
    bytes: float


class Bar(NamedTuple):
    """How many times as long as compiled Glassnet a peer should take at least.

    Arguments:
        peer: the beginning of its name; of several settings the one counts that is fastest by the measure.
        times: at least so many times.
        busy: whether processor time counts instead of the clock.
        of: whose time is compared with it.
    """

    peer: str
    times: float
    busy: bool = False
    of: str = COMPILED


class Allowance(NamedTuple):
    """Why a peer cannot learn quite the same, and by how much its losses may differ, relative."""

    peer: str
    tolerance: float
    reason: str


class Task(NamedTuple):
    """What is trained.

    Arguments:
        key, title: how it is called.
        steps: in a turn, at most; a slow contestant makes as many as half a second allows, but at least `least`.
        check: steps after which losses are compared a second time, and the part held out has been looked at.
        tolerance: by how much losses may differ after the first `EARLY` steps, relative.
        floor: of one step.
        bars: what compiled Glassnet means to reach beside its peers.
        contestants: what makes each of them, by name; one that is not installed raises ImportError.
        allowance: for a peer that cannot learn quite the same; None if all can.
        drift: by how much losses may differ at `check`, relative. A sum rounded otherwise may put a pre-activation of
            almost 0 on the other side of ReLU's corner; from there on a training takes another of many near paths.
        most_of_floor: how many times the floor compiled Glassnet should take at most; None for no such bar.
    """

    key: str
    title: str
    steps: int
    least: int
    check: int
    tolerance: float
    floor: Floor
    bars: tuple[Bar, ...]
    contestants: dict[str, Callable[[], Contestant]]
    allowance: Allowance | None = None
    most_of_floor: float | None = None
    drift: float = 0.02

    def tolerance_of(self, name: str) -> float:
        """Return by how much a contestant's losses may differ, relative."""
        known = self.allowance
        return known.tolerance if known is not None and name.startswith(known.peer) else self.tolerance
