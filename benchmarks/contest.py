"""A contest: the same training done by several libraries, turn by turn, on the same data from the same weights."""

import multiprocessing
import statistics
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import NamedTuple

from machine import peak_memory
from task import COMPILED, EARLY, Bar, Contestant, Task
from tasks import TASKS

TURN_SECONDS = 0.5
REST_SECONDS = 0.2
"""Between turns: the threads of some libraries go on turning for a while when their work is done."""


class Result(NamedTuple):
    """What a contest gave, by contestant.

    Arguments:
        task: what was trained.
        times, busy: µs a step in each turn, by the clock and of processor time (all threads).
        losses: on all training samples after EARLY steps and at the check, and on the validation part at epochs' ends.
        memory: peak MB of each process, None where the system doesn't say.
        settings: how each was used.
        absent: who took no part, and why.
    """

    task: Task
    times: dict[str, list[float]]
    busy: dict[str, list[float]]
    losses: dict[str, list[float]]
    memory: dict[str, float | None]
    settings: dict[str, str]
    absent: dict[str, str]

    def ratio(self, name: str) -> float:
        """Return how many times longer it took than compiled Glassnet, the median over the turns."""
        return middle_ratio(self.times[name], self.times[COMPILED])

    def busy_ratio(self, name: str) -> float:
        """Return the same of processor time, which other work on the machine hardly changes."""
        return middle_ratio(self.busy[name], self.busy[COMPILED])

    def rival(self, bar: Bar) -> str | None:
        """Return the fastest of the contestants that a bar means, by its measure; None where none took part."""
        measure = self.busy_ratio if bar.busy else self.ratio
        return min((name for name in self.times if name.startswith(bar.peer)), key=measure, default=None)

    def reached(self, bar: Bar, rival: str) -> float:
        """Return how many times as long the rival took."""
        taken = self.busy if bar.busy else self.times
        return middle_ratio(taken[rival], taken[bar.of])


def middle_ratio(ours: list[float], others: list[float]) -> float:
    """Return the median of the ratios, turn by turn."""
    return statistics.median(mine / other for mine, other in zip(ours, others, strict=True))


def microseconds(train: Callable[[int], object], steps: int) -> tuple[float, float]:
    """Return the time of one step, by the clock and of processor time."""
    begin, busy = time.perf_counter(), time.process_time()
    train(steps)
    taken, busy = time.perf_counter() - begin, time.process_time() - busy
    return taken / steps * 1e6, busy / steps * 1e6


class Seat:
    """A contestant in a process of its own, where no other's threads or caches are in its way; it waits its turn."""

    def __init__(self, task: Task, name: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, far = context.Pipe()
        self._process = context.Process(target=_sit, args=(task.key, name, far), daemon=True)
        self._process.start()
        far.close()  # so that a process that ends early is noticed
        self.losses, self.setting, self.absent = self._line.recv()

    def turn(self) -> tuple[float, float]:
        """Let it train for a turn; return the time of one step, by the clock and of processor time."""
        time.sleep(REST_SECONDS)
        self._line.send("turn")
        return self._line.recv()

    def leave(self) -> float | None:
        """End the process; return the most MB of memory it ever had."""
        self._line.send("leave")
        peak = self._line.recv()
        self._process.join(10)
        return peak


def _sit(key: str, name: str, line: Connection) -> None:
    task = TASKS[key]()
    try:
        contestant = task.contestants[name]()
        contestant.train(EARLY)
        early = contestant.loss()
        contestant.train(task.check - EARLY)
    except (ImportError, RuntimeError) as error:  # not installed, or torch.compile without a C++ compiler
        line.send(([], "", str(error).strip().splitlines()[0]))
        if isinstance(error, ImportError) or "torch.compile" in name:
            return
        raise
    line.send(([early, contestant.loss(), *contestant.looks()], contestant.setting, None))
    steps = steps_in_a_turn(task, contestant)
    while line.recv() == "turn":
        line.send(microseconds(contestant.train, steps))
    line.send(peak_memory())


def compete(task: Task, rounds: int) -> Result:
    """Check that all contestants learn the same, then let them train turn by turn.

    Raises:
        SystemExit: two of them stand at different losses.
    """
    seats = {name: Seat(task, name) for name in task.contestants}
    absent = {name: seat.absent for name, seat in seats.items() if seat.absent is not None}
    present = {name: seat for name, seat in seats.items() if name not in absent}
    losses = {name: seat.losses for name, seat in present.items()}
    check_losses(task, losses)
    turns = {name: [seat.turn()] for name, seat in present.items()}  # to warm up
    for _ in range(rounds):
        for name, seat in present.items():
            turns[name].append(seat.turn())
    memory = {name: seat.leave() for name, seat in present.items()}
    times = {name: [clock for clock, _ in taken[1:]] for name, taken in turns.items()}
    busy = {name: [processor for _, processor in taken[1:]] for name, taken in turns.items()}
    return Result(task, times, busy, losses, memory, {name: seat.setting for name, seat in present.items()}, absent)


def steps_in_a_turn(task: Task, contestant: Contestant) -> int:
    """Warm a contestant up and return how many steps it makes in a turn."""
    contestant.train(task.least)
    taken, _ = microseconds(contestant.train, task.least)
    return min(task.steps, max(task.least, int(TURN_SECONDS * 1e6 / taken) // task.least * task.least))


def check_losses(task: Task, losses: dict[str, list[float]]) -> None:
    """Raise SystemExit when two contestants stand further apart than the task allows, or looked more or less often."""
    stand = ", ".join(f"{name} {' '.join(f'{loss:.5f}' for loss in found)}" for name, found in losses.items())
    problem = f"do not learn the same after {task.check} steps ({stand})."
    if len({len(found) for found in losses.values()}) > 1:
        raise SystemExit(f"{task.title}: not all look as often at what is held out, and so {problem}")
    for index, at_once in enumerate(zip(*losses.values(), strict=True)):
        middle = statistics.median(at_once)
        for name, loss in zip(losses, at_once, strict=True):
            allowed = task.tolerance_of(name) if index == 0 else max(task.tolerance_of(name), task.drift)
            if not abs(loss - middle) <= allowed * middle:
                raise SystemExit(f"{task.title}: {name} and the others {problem}")
