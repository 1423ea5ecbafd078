"""A contest: the same training done by several libraries, turn by turn, on the same data from the same weights."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

COMPILED = "Glassnet compiled"
EAGER = "Glassnet eager"
TURN_SECONDS = 0.5


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


class Result(NamedTuple):
    """What a contest gave, by contestant.

    Arguments:
        task: what was trained.
        times, busy: µs a step in each turn, by the clock and of processor time (all threads).
        losses: at the check.
        settings: how each was used.
        absent: who took no part, and why.
    """

    task: Task
    times: dict[str, list[float]]
    busy: dict[str, list[float]]
    losses: dict[str, float]
    settings: dict[str, str]
    absent: dict[str, str]

    def ratio(self, name: str) -> float:
        """Return how many times longer it took than compiled Glassnet, the median over the turns."""
        return middle_ratio(self.times[name], self.times[COMPILED])

    def busy_ratio(self, name: str) -> float:
        """Return the same of processor time, which other work on the machine hardly changes."""
        return middle_ratio(self.busy[name], self.busy[COMPILED])

    def hardest(self, peer: str) -> str | None:
        """Return the fastest of the contestants whose names begin so; None where none took part."""
        settings = [name for name in self.times if name.startswith(peer)]
        return min(settings, key=self.ratio, default=None)


def middle_ratio(ours: list[float], others: list[float]) -> float:
    """Return the median of the ratios, turn by turn."""
    return statistics.median(mine / other for mine, other in zip(ours, others, strict=True))


def microseconds(train: Callable[[int], object], steps: int) -> tuple[float, float]:
    """Return the time of one step, by the clock and of processor time."""
    begin, busy = time.perf_counter(), time.process_time()
    train(steps)
    taken, busy = time.perf_counter() - begin, time.process_time() - busy
    return taken / steps * 1e6, busy / steps * 1e6


def compete(task: Task, rounds: int) -> Result:
    """Check that all contestants learn the same, then let them train turn by turn.

    Raises:
        SystemExit: two of them stand at different losses.
    """
    contestants, losses, absent = dict[str, Contestant](), dict[str, float](), dict[str, str]()
    for name, make in task.contestants.items():
        try:
            contestant = make()
            contestant.train(task.check)
        except (ImportError, RuntimeError) as error:  # not installed, or torch.compile without a C++ compiler
            if not isinstance(error, ImportError) and "torch.compile" not in name:
                raise
            absent[name] = str(error).strip().splitlines()[0]
            continue
        contestants[name], losses[name] = contestant, contestant.loss()
    check_losses(task, losses)
    steps = {name: steps_in_a_turn(task, contestant) for name, contestant in contestants.items()}
    times: dict[str, list[float]] = {name: [] for name in contestants}
    busy: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, contestant in contestants.items():
            taken, processor = microseconds(contestant.train, steps[name])
            times[name].append(taken)
            busy[name].append(processor)
    return Result(task, times, busy, losses, {name: one.setting for name, one in contestants.items()}, absent)


def steps_in_a_turn(task: Task, contestant: Contestant) -> int:
    """Warm a contestant up and return how many steps it makes in a turn."""
    contestant.train(task.least)
    taken, _ = microseconds(contestant.train, task.least)
    return min(task.steps, max(task.least, int(TURN_SECONDS * 1e6 / taken) // task.least * task.least))


def check_losses(task: Task, losses: dict[str, float]) -> None:
    """Raise SystemExit when two contestants stand further apart than the task allows."""
    middle = statistics.median(losses.values())
    for name, loss in losses.items():
        if not abs(loss - middle) <= task.tolerance * middle:
            stand = ", ".join(f"{other} {value:.5f}" for other, value in losses.items())
            raise SystemExit(f"{task.title}: {name} does not learn the same after {task.check} steps ({stand}).")
