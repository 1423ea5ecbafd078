"""A chart of losses with a logarithmic axis."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from glassnet.base.arguments import check_fields, checked
from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.errors import DataError
from glassnet.figures.axes import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    Scale,
    axis_labels,
    horizontal_line,
    legend,
    scale,
    x_ticks,
    y_ticks,
)
from glassnet.figures.checks import finite
from glassnet.figures.still import Still
from glassnet.figures.svg import drawing, words


@dataclass(frozen=True, eq=False)
class Curve:
    """One line of a chart.

    Arguments:
        name: its name in the legend, which is drawn for two or more curves.
        values: one per epoch, each above 0.
        dashed: whether it is dashed.
    """

    name: str
    values: Array
    dashed: bool = False

    def __post_init__(self) -> None:
        check_fields(self)
        object.__setattr__(self, "values", finite("values", self.values, "(points,)"))


@checked
def loss_chart(
    curves: Sequence[Curve],
    *,
    label: str,
    marker: int | None = None,
    goal: float | None = None,
    first: int = 0,
    across: str = "epoch",
    up: str = "mean squared error",
) -> Still:
    """Draw losses over epochs, with a logarithmic loss axis.

    Arguments:
        curves: the lines, solid or dashed; `loss_curves(run)` returns those of a run.
        label: alternative text: what the chart shows.
        marker: an epoch to mark on the first curve; not shown if the curve ends before it.
        goal: a loss to mark with a horizontal line.
        first: the epoch of the curves' first value.
        across, up: the labels of the x-axis and the y-axis.

    Raises:
        DataError: there is no curve, or a value is not above 0.

    >>> loss_chart([Curve("training", np.array([1.0, 0.1, 0.01]))], label="It falls.").count('class="curve"')
    1
    >>> loss_chart([Curve("training", np.array([1.0, 0.0]))], label="It falls.")
    Traceback (most recent call last):
    glassnet.base.errors.DataError: A loss chart needs losses above 0; curve 'training' has 0 at index 1.
    """
    curves, first = _checked(curves), whole_number("first", first, minimum=0)
    goals = [] if goal is None else [np.array([number("goal", goal, above=0, maximum=1e100)])]
    values = np.concatenate([curve.values for curve in curves] + goals)
    low, high = math.floor(math.log10(values.min())), math.ceil(math.log10(values.max()))
    high, last = max(high, low + 1), max(len(curve.values) for curve in curves) - 1
    x, y = scale(0, max(last, 1), LEFT, WIDTH - RIGHT), scale(low, high, HEIGHT - BOTTOM, TOP)
    powers = range(low, high + 1)
    ticks = [tick for tick in _round_steps(first + last) if tick >= first]
    parts = [horizontal_line(y(power)) for power in powers] + y_ticks(powers, y, _power)
    parts += x_ticks(ticks, lambda tick: x(tick - first), lambda tick: f"{tick:,}")
    parts += axis_labels(across, up)
    if goal is not None:
        parts += [horizontal_line(y(math.log10(goal)), "goal")]
        parts += [words(WIDTH - RIGHT, y(math.log10(goal)) - 5, f"goal {goal:g}", "end")]
    parts += [f'<path d="{_path(curve.values, x, y)}" {_drawn(curve)}/>' for curve in curves]
    head, key = legend([(curve.name, _drawn(curve)) for curve in curves] if len(curves) > 1 else [])
    parts.append(key)
    if marker is not None and 0 <= marker - first < len(curves[0].values):
        at = y(math.log10(curves[0].values[marker - first]))
        parts.append(f'<circle cx="{x(marker - first):.1f}" cy="{at:.1f}" r="6" class="marker"/>')
    return drawing("".join(parts), WIDTH, HEIGHT, label, above=head)


def _checked(curves: Sequence[Curve]) -> list[Curve]:
    """Return the curves, checked to have positive values."""
    if not curves:
        raise DataError("A loss chart needs at least one curve; got none. `loss_curves(run)` returns those of a run.")
    checked = [replace(curve, values=finite(f"curve {curve.name!r}", curve.values, "(epochs,)")) for curve in curves]
    for curve in checked:
        below = np.flatnonzero(curve.values <= 0)
        if len(below):
            value, place = curve.values[below[0]], below[0]
            raise DataError(f"A loss chart needs losses above 0; curve {curve.name!r} has {value:g} at index {place}.")
    return checked


def _path(values: Array, x: Scale, y: Scale) -> str:
    """Return the path through the values, thinned to four points per unit of width, keeping minima and maxima."""
    last = len(values) - 1
    bounds = np.unique(np.linspace(0, last + 1, 2 * WIDTH).astype(int))
    epochs: list[int] = []
    for begin, end in pairwise(bounds):
        part = values[begin:end]
        epochs += sorted({begin + int(part.argmin()), begin + int(part.argmax())})
    if epochs[-1] != last:
        epochs.append(last)
    return "M" + "L".join(f"{x(epoch):.1f} {y(math.log10(values[epoch])):.1f}" for epoch in epochs)


def _drawn(curve: Curve) -> str:
    return 'class="curve" stroke-dasharray="6 4"' if curve.dashed else 'class="curve"'


def _round_steps(last: int) -> list[int]:
    power = 10 ** math.floor(math.log10(max(last, 1)))
    parts = 1 if last >= 4 * power else 2 if last >= 2 * power else 4
    return list(range(0, last + 1, max(power // parts, 1)))


def _power(exponent: float) -> str:
    if exponent >= -3:
        return f"{10.0**exponent:g}"
    return "10" + str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
