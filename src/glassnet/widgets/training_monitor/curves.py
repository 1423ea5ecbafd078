"""Curves over the steps of a run: from its history, and measured at evenly spaced steps."""

from collections.abc import Mapping
from time import perf_counter

import numpy as np

from glassnet.base.arrays import Array
from glassnet.history.history import EpochRow
from glassnet.run.run import Run
from glassnet.widgets.wire.writing import floats

MAX_POINTS = 400
"""Points per curve: more than fit side by side on a page."""

MAX_PLACES = 48
"""Steps at which every layer is measured."""

ROW = ("loss", "validation_loss", "validation_accuracy")


class Measured:
    """The gradient norm of every layer at evenly spaced steps of a run, and the learning rate there.

    Each is computed from the run, so that the curve doesn't depend on when it was watched. The steps are multiples of a
    power of two, so that measurements can be reused while the run grows.

    Arguments:
        known: measurements from another run with the same past.
    """

    def __init__(self, known: Mapping[int, tuple[float, ...]] | None = None) -> None:
        self._known = dict(known or {})

    def until(self, step: int) -> dict[int, tuple[float, ...]]:
        """Return the measurements before a step."""
        return {place: values for place, values in self._known.items() if place < step}

    def forget_from(self, step: int) -> None:
        """Forget the measurements from a step on, where a change was made."""
        self._known = self.until(step)

    def fill(self, run: Run, seconds: float) -> bool:
        """Measure what is missing, the latest first, for about `seconds`; return whether the curve is complete."""
        end = perf_counter() + seconds
        for place in sorted(set(places(run)) - self._known.keys(), reverse=True):
            moment = run.at(place)
            self._known[place] = (moment.learning_rate, *(flow.gradient_norm for flow in moment.flow()))
            if perf_counter() > end:
                break
        return not set(places(run)) - self._known.keys()

    def rows(self, run: Run) -> Array:
        """Return step, learning rate and gradient norms of the layers, one row per step."""
        shown = [place for place in places(run) if place in self._known]
        return np.array([(place, *self._known[place]) for place in shown], float)


def places(run: Run) -> list[int]:
    """Return the steps to measure: multiples of a power of two, up to the last.

    >>> from glassnet.widgets.training_monitor.examples import make_run
    >>> run = make_run("moons")
    >>> _ = run.advance(100)
    >>> places(run)[:3], len(places(run)), places(run)[-1]
    ([0, 4, 8], 26, 100)
    """
    first, stride = run.timeline.segments[0].first, 1
    while (run.step - first) // stride > MAX_PLACES:
        stride *= 2
    return list(range(-(-first // stride) * stride, run.step + 1, stride))


def curves_of(run: Run, measured: Measured) -> tuple[dict[str, tuple[str, ...]], list[bytes]]:
    """Return the columns of each curve by name, and their numbers row by row as float32."""
    step_loss = run.history.step_loss
    every = _every(len(step_loss))
    numbers, losses = step_loss.numbers[::every], step_loss.items[::every]
    epochs = list(run.history.epochs)
    epochs = epochs[:: _every(len(epochs))]
    extra = sorted({f"validation_{name}" for row in epochs for name in row.validation_metrics})
    columns = {
        "steps": ("step", "loss"),
        "epochs": ("step", *ROW, *extra),
        "layers": ("step", "learning_rate", *run.network.names),
    }
    rows = [
        np.array([numbers, losses], float).T,
        np.array([_row(row, [*ROW, *extra]) for row in epochs], float),
        measured.rows(run),
    ]
    return columns, [floats(row) for row in rows]


def _every(count: int) -> int:
    return -(-max(count, 1) // MAX_POINTS)


def _row(row: EpochRow, names: list[str]) -> list[float]:
    known = {f"validation_{name}": value for name, value in row.validation_metrics.items()}
    values = [getattr(row, name) if name in ROW else known.get(name) for name in names]
    return [row.step, *(np.nan if value is None else value for value in values)]
