"""The steps of a descent on the graph of a function."""

from collections.abc import Callable

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.errors import ShapeError
from glassnet.figures.axes import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    Limits,
    Scale,
    axis_labels,
    frame,
    round_numbers,
    scale,
    x_ticks,
    y_ticks,
)
from glassnet.figures.checks import axis_limits, finite
from glassnet.figures.palette import BLUE, ORANGE
from glassnet.figures.still import Still
from glassnet.figures.svg import dot, drawing, group

SAMPLES = 240
"""The number of points at which the function is evaluated."""


@checked
def walk_on_graph(
    function: Callable[[Array], Array],
    places: Array,
    *,
    ends: Limits,
    label: str,
    slope: Callable[[float], float] | None = None,
) -> Still:
    """Draw a function of one variable and the path of a descent on it.

    Arguments:
        function: from x (n,) to f(x) (n,), finite between the limits.
        places: the x of each step, in order; those outside the limits are left out.
        ends: the limits of the x-axis.
        label: alternative text: what the figure shows.
        slope: the function's slope at x; if given, a tangent is drawn at the last place.

    The last place, its slope and the step to it are marked with the symbols place, slope and step.

    Raises:
        ShapeError: the function does not return one number for each x.

    >>> figure = walk_on_graph(lambda x: x**2, [2.0, 1.0, 0.5], ends=(-2.5, 2.5), label="Three places.")
    >>> figure.count('class="dot"'), figure.count('data-symbol="step"')
    (3, 1)
    """
    ends, xs = axis_limits("ends", ends), np.linspace(*axis_limits("ends", ends), SAMPLES)
    heights = finite("function(x)", function(xs), "(n,)")
    if heights.shape != xs.shape:
        raise ShapeError(f"function must return one number for each x, shape {xs.shape}; got {heights.shape}.")
    low, high = float(heights.min()), float(heights.max())
    room = 0.06 * (high - low) or 1.0
    x = scale(*ends, LEFT, WIDTH - RIGHT)
    y = scale(low - room, high + room, HEIGHT - BOTTOM, TOP)
    steps = finite("places", places, "(steps,)")
    seen = steps[(ends[0] <= steps) & (steps <= ends[1])]
    graph = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in zip(xs, heights, strict=True))
    ticks = x_ticks(round_numbers(ends), x) + y_ticks(round_numbers((low, high + (low == high))), y)
    parts = [frame(WIDTH - LEFT - RIGHT), *ticks, f'<path d="M{graph}" class="curve"/>']
    if len(seen):
        parts += _walk(list(zip(seen.tolist(), function(seen).tolist(), strict=True)), slope, x, y)
    return drawing("".join([*parts, *axis_labels("x", "f(x)")]), WIDTH, HEIGHT, label)


def _walk(seen: list[tuple[float, float]], slope: Callable[[float], float] | None, x: Scale, y: Scale) -> list[str]:
    way = [f"{x(a):.1f} {y(b):.1f}" for a, b in seen]
    dashed = f'fill="none" stroke="{ORANGE}" stroke-width="1.2" stroke-dasharray="3 3"'
    parts = [f'<path d="M{"L".join(way)}" {dashed}/>', *(dot(x(a), y(b), 3.0, ORANGE) for a, b in seen)]
    if len(seen) > 1:
        step = f'<path d="M{way[-2]}L{way[-1]}" class="stroke" stroke="{ORANGE}" stroke-width="2"/>'
        parts.append(group("step", step))
    last = seen[-1]
    if slope is not None:
        parts.append(_tangent(last, slope(last[0]), x, y))
    return [*parts, group("place", dot(x(last[0]), y(last[1]), 6.0, BLUE, "spot"))]


def _tangent(place: tuple[float, float], slope: float, x: Scale, y: Scale) -> str:
    """Return the tangent at a place, 60 units long."""
    across, up = x(1.0) - x(0.0), (y(1.0) - y(0.0)) * slope
    half = 30 / float(np.hypot(across, up))
    begin = f"{x(place[0]) - half * across:.1f} {y(place[1]) - half * up:.1f}"
    end = f"{x(place[0]) + half * across:.1f} {y(place[1]) + half * up:.1f}"
    line = f"M{begin}L{end}"
    drawn = f'<path d="{line}" class="stroke" stroke="currentColor" stroke-width="2.5"/><path d="{line}" class="hit"/>'
    return group("slope", drawn)
