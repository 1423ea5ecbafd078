"""Kills at random: a training that saves its run after every epoch, a notebook that keeps answers, SIGKILL, and again.

Whatever a process was told had been saved must be there afterwards, to the bit.
"""

import json
import time
from functools import partial
from pathlib import Path
from typing import TextIO

import numpy as np

import glassnet as gn
from glassnet.base.trees import flatten
from glassnet.fitting import train
from glassnet.fitting.callbacks import Callback, Checkpoint
from glassnet.history.history import EpochRow
from glassnet.lessons.exercises.book import Book
from glassnet.run import Run

from .child import Child
from .outcome import Outcome

EPOCHS = 2_000
CHAIN = 60
"""Kills of one run; then another begins."""
LONGEST = 0.08
"""Seconds that a child lives after its first word, at most."""


def begin(seed: int) -> Run:
    """Return the run that is to be killed, before its first step."""
    net = gn.Network([gn.Dense(8, "relu"), gn.BatchNorm(), gn.Dropout(0.3), gn.Dense(1, "sigmoid")])
    return Run(net, gn.Recipe("binary_cross_entropy", gn.Adam(0.003), seed=seed), gn.data.moons(60, seed=1))


class _Tell(Callback):
    """Says which epoch has been saved, after the checkpoint has."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def on_epoch(self, run: Run, row: EpochRow) -> bool:
        self._out.write(f"{row.epoch}\n")
        return False


def train_until_killed(path: Path, seed: int, out: TextIO) -> None:
    """Go on with the run in the file, or begin it, and save it after every epoch."""
    run = gn.load(path) if path.exists() else begin(seed)
    train(run, EPOCHS, progress=False, callbacks=[Checkpoint(path), _Tell(out)])


def answer_until_killed(path: Path, first: int, out: TextIO) -> None:
    """Keep answer after answer."""
    book = Book(path)
    for number in range(first, 10**6):
        book.record(f"06.{number}", number, True)
        out.write(f"{number}\n")


def kill_trainings(count: int, folder: Path, seed: int = 0) -> Outcome:
    """Kill trainings at random moments; each goes on from its file."""
    outcome, rng = Outcome("kills of a training, at random", count), np.random.default_rng(seed)
    path, told, reference = folder / "run.glass", 0, begin(0)
    for number in range(count):
        if outcome.is_over:
            break
        if number % CHAIN == 0:
            path, told, reference = folder / f"{number}" / "run.glass", 0, begin(number)
        child = Child(partial(train_until_killed, path, number - number % CHAIN))
        child.wait_for_line(60)
        time.sleep(float(rng.uniform(0, LONGEST)))
        said = child.kill()
        with outcome.attempt(f"kill {number}"):
            told = _check_run(path, reference, [told, *map(int, _numbers(said, outcome))], outcome)
    for left in folder.rglob("*.part"):
        if not left.parent.joinpath("run.glass").exists():
            outcome.lose(f"{left} is left over")
    outcome.notes.append(f"{told} epochs in the last chain")
    return outcome


def _numbers(lines: list[str], outcome: Outcome) -> list[str]:
    for line in lines:
        if not line.isdecimal():
            outcome.blame(line)
    return [line for line in lines if line.isdecimal()]


def _check_run(path: Path, reference: Run, told: list[int], outcome: Outcome) -> int:
    """Compare the file with a run that was never killed; return the epoch where it stands."""
    try:
        run = gn.load(path)
    except gn.GlassnetError as error:
        outcome.lose(str(error))
        return max(told)
    if run.state.epoch < max(told):
        outcome.lose(f"epoch {max(told)} had been saved, but the file is at {run.state.epoch}")
    train(reference, run.state.epoch, progress=False)
    mine, theirs = flatten(run.state.params), flatten(reference.parameters(run.step))
    if any(not np.array_equal(values, theirs[name]) for name, values in mine.items()):
        outcome.lose(f"other weights after step {run.step}")
    if run.history.column("loss") != reference.history.column("loss")[: run.state.epoch]:
        outcome.lose(f"another history after epoch {run.state.epoch}")
    return run.state.epoch


def kill_books(count: int, folder: Path, seed: int = 0) -> Outcome:
    """Kill processes that keep answers; every answer that was kept is there."""
    outcome, rng = Outcome("kills of a notebook that keeps answers", count), np.random.default_rng(seed)
    path, told = folder / "answers.json", -1
    for number in range(count):
        if outcome.is_over:
            break
        if number % CHAIN == 0:
            path, told = folder / f"{number}" / "answers.json", -1
        child = Child(partial(answer_until_killed, path, told + 1))
        child.wait_for_line(60)
        time.sleep(float(rng.uniform(0, LONGEST)))
        said = child.kill()
        with outcome.attempt(f"kill {number}"):
            told = max([told, *map(int, _numbers(said, outcome))])
            kept = json.loads(path.read_text("utf-8"))["answers"]
            missing = [answer for answer in range(told + 1) if f"06.{answer}" not in kept]
            if missing or Book(path).trouble:
                outcome.lose(f"answers {missing[:5]} of {told + 1} are gone {Book(path).trouble}")
    outcome.notes.append(f"{told + 1} answers in the last book")
    return outcome
