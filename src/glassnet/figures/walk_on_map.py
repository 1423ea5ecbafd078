"""A way over a map of heights."""

from collections.abc import Sequence

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import ShapeError
from glassnet.figures.axes import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    SIZE,
    TOP,
    frame,
    names_of_axes,
    round_numbers,
    scale,
    ticks_across,
    ticks_up,
)
from glassnet.figures.checks import finite, two_ends
from glassnet.figures.png import inked
from glassnet.figures.still import Still
from glassnet.figures.svg import BLUE, ORANGE, dot, drawing

DARKEST = 230


def walk_on_map(
    heights: Array, ends: Sequence[float] | Array, way: Array, *, label: str, across: str, up: str
) -> Still:
    """Draw heights as a map, dark where high, and a way over it.

    Arguments:
        heights: shape (rows, columns), rows from low to high; shown by their logarithm above the lowest, so that
            valleys stay visible.
        ends: left, right, bottom and top.
        way: places, shape (steps, 2).
        label: what the map shows, for those who do not see it.
        across, up: what the axes measure.

    Raises:
        ShapeError: `ends` are not four numbers.

    >>> heights = np.add.outer(np.linspace(-1, 1, 9) ** 2, np.linspace(-1, 1, 9) ** 2)
    >>> way = np.array([[0.9, 0.9], [0.3, 0.2], [0.0, 0.0]])
    >>> figure = walk_on_map(heights, (-1, 1, -1, 1), way, label="Into a bowl.", across="x", up="y")
    >>> figure.count("<image"), "M300.0 26.0" in figure
    (1, False)
    """
    heights, way = finite("heights", heights, "(rows, columns)"), finite("way", way, "(steps, 2)")
    if np.shape(ends) != (4,):
        raise ShapeError(f"ends must be four numbers, left, right, bottom and top; got {ends!r}.")
    x_ends, y_ends = two_ends("left and right", (ends[0], ends[1])), two_ends("bottom and top", (ends[2], ends[3]))
    x, y = scale(*x_ends, LEFT, LEFT + SIZE), scale(*y_ends, HEIGHT - BOTTOM, TOP)
    line = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in way)
    parts = [
        f'<image href="{_map(heights)}" x="{LEFT}" y="{TOP}" width="{SIZE}" height="{SIZE}"/>',
        frame(SIZE),
        *ticks_across(round_numbers(x_ends), x),
        *ticks_up(round_numbers(y_ends), y),
        f'<path d="M{line}" fill="none" stroke="white" stroke-width="4" stroke-linejoin="round"/>',
        f'<path d="M{line}" fill="none" stroke="{ORANGE}" stroke-width="2" stroke-linejoin="round"/>',
        dot(x(way[-1, 0]), y(way[-1, 1]), 5.0, ORANGE),
        *names_of_axes(across, up, width=SIZE),
    ]
    return drawing("".join(parts), LEFT + SIZE + RIGHT, HEIGHT, label)


def _map(heights: Array) -> str:
    bent = np.log(heights - heights.min() + (0.02 * np.ptp(heights) or 1.0))
    share = (bent - bent.min()) / (np.ptp(bent) or 1.0)
    return inked(BLUE, DARKEST * share[::-1])
