"""The path of a descent on a map of heights."""

from collections.abc import Sequence

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.figures.axes import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    SIZE,
    TOP,
    axis_labels,
    frame,
    round_numbers,
    scale,
    x_ticks,
    y_ticks,
)
from glassnet.figures.checks import axis_limits, finite
from glassnet.figures.palette import BLUE, ORANGE, WHITE
from glassnet.figures.png import tinted
from glassnet.figures.still import Still
from glassnet.figures.svg import dot, drawing

MAX_ALPHA = 230


@checked
def walk_on_map(
    heights: Array, ends: Sequence[float] | Array, way: Array, *, label: str, across: str, up: str
) -> Still:
    """Draw heights as a map, darker where higher, and a path on it.

    Arguments:
        heights: shape (rows, columns), rows from bottom to top; shown as the logarithm of the height above the lowest,
            so that valleys stay visible.
        ends: the limits of the map: left, right, bottom and top.
        way: the path, shape (steps, 2).
        label: alternative text: what the map shows.
        across, up: the labels of the x-axis and the y-axis.

    Raises:
        ShapeError: `ends` is not four numbers.

    >>> heights = np.add.outer(np.linspace(-1, 1, 9) ** 2, np.linspace(-1, 1, 9) ** 2)
    >>> way = np.array([[0.9, 0.9], [0.3, 0.2], [0.0, 0.0]])
    >>> figure = walk_on_map(heights, (-1, 1, -1, 1), way, label="Into a bowl.", across="x", up="y")
    >>> figure.count("<image"), "M300.0 26.0" in figure
    (1, False)
    """
    heights, way = finite("heights", heights, "(rows, columns)"), finite("way", way, "(steps, 2)")
    ends = finite("ends (left, right, bottom and top)", ends, "(4,)").tolist()
    x_ends, y_ends = (
        axis_limits("left and right", (ends[0], ends[1])),
        axis_limits("bottom and top", (ends[2], ends[3])),
    )
    x, y = scale(*x_ends, LEFT, LEFT + SIZE), scale(*y_ends, HEIGHT - BOTTOM, TOP)
    line = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in way)
    parts = [
        f'<image href="{_map(heights)}" x="{LEFT}" y="{TOP}" width="{SIZE}" height="{SIZE}"/>',
        frame(SIZE),
        *x_ticks(round_numbers(x_ends), x),
        *y_ticks(round_numbers(y_ends), y),
        f'<path d="M{line}" fill="none" stroke="{WHITE}" stroke-width="4" stroke-linejoin="round"/>',
        f'<path d="M{line}" fill="none" stroke="{ORANGE}" stroke-width="2" stroke-linejoin="round"/>',
        dot(x(way[-1, 0]), y(way[-1, 1]), 5.0, ORANGE),
        *axis_labels(across, up, width=SIZE),
    ]
    return drawing("".join(parts), LEFT + SIZE + RIGHT, HEIGHT, label)


def _map(heights: Array) -> str:
    logs = np.log(heights - heights.min() + (0.02 * np.ptp(heights) or 1.0))
    fraction = (logs - logs.min()) / (np.ptp(logs) or 1.0)
    return tinted(BLUE, MAX_ALPHA * fraction[::-1])
