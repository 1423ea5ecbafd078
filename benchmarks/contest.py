"""A contest: the same training done by several libraries, turn by turn, on the same data from the same weights."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

COMPILED = "Glassnet compiled"
EAGER = "Glassnet eager"


class Contestant(NamedTuple):
    """One library with the task set up.

    Arguments:
        name: who it is.
        train: makes so many further steps.
        loss: the mean loss on all training samples, as it stands.
        setting: how it was used, in a few words.
    """

    name: str
    train: Callable[[int], object]
    loss: Callable[[], float]
    setting: str = ""


class Floor(NamedTuple):
    """The least that a step must do.

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
        steps: in a turn.
        check: steps after which all have to stand at the same loss.
        tolerance: by how much losses may differ then, relative.
        floor: of one step.
        bars: how many times faster than each peer compiled Glassnet means to be.
        contestants: makes them, one after the other.
    """

    key: str
    title: str
    steps: int
    check: int
    tolerance: float
    floor: Floor
    bars: dict[str, float]
    contestants: Callable[[], Iterator[Contestant]]


class Result(NamedTuple):
    """What a contest gave: µs a step in each turn, and the loss at the check, by contestant."""

    task: Task
    times: dict[str, list[float]]
    losses: dict[str, float]
    settings: dict[str, str]
    absent: dict[str, str]

    def ratio(self, name: str, beside: str = COMPILED) -> float:
        """Return how many times longer it took, the median over the turns."""
        return statistics.median(
            mine / other for mine, other in zip(self.times[name], self.times[beside], strict=True)
        )


def microseconds(train: Callable[[int], object], steps: int) -> float:
    """Return the time of one step."""
    begin = time.perf_counter()
    train(steps)
    return (time.perf_counter() - begin) / steps * 1e6


def compete(task: Task, rounds: int, absent: dict[str, str]) -> Result:
    """Check that all contestants learn the same, then let them train turn by turn.

    Raises:
        SystemExit: two of them stand at different losses.
    """
    contestants = list(task.contestants())
    losses: dict[str, float] = {}
    for contestant in contestants:
        contestant.train(task.check)
        losses[contestant.name] = contestant.loss()
    check_losses(task, losses)
    for contestant in contestants:
        contestant.train(task.steps)  # warm
    times: dict[str, list[float]] = {contestant.name: [] for contestant in contestants}
    for _ in range(rounds):
        for contestant in contestants:
            times[contestant.name].append(microseconds(contestant.train, task.steps))
    return Result(task, times, losses, {one.name: one.setting for one in contestants}, absent)


def check_losses(task: Task, losses: dict[str, float]) -> None:
    """Raise SystemExit when two contestants stand further apart than the task allows."""
    middle = statistics.median(losses.values())
    for name, loss in losses.items():
        if not abs(loss - middle) <= task.tolerance * middle:
            stand = ", ".join(f"{other} {value:.5f}" for other, value in losses.items())
            raise SystemExit(f"{task.title}: {name} does not learn the same after {task.check} steps ({stand}).")


def faster(ways: Sequence[tuple[str, Callable[[int], object]]], steps: int) -> tuple[str, Callable[[int], object]]:
    """Return the way that takes least for so many steps: a library is shown at its best."""
    for _, train in ways:
        train(steps)
    return min(ways, key=lambda way: min(microseconds(way[1], steps) for _ in range(3)))
