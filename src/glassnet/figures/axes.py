"""The axes of a drawing: position, ticks, labels and a legend above."""

from collections.abc import Callable, Sequence

import numpy as np

from glassnet.figures.svg import minus, words

WIDTH, HEIGHT = 400, 300
LEFT, RIGHT, TOP, BOTTOM = 68, 24, 14, 46
SIZE = HEIGHT - TOP - BOTTOM
"""The height of the plot, and the side of a square plot."""

Limits = tuple[float, float]
Scale = Callable[[float], float]


def scale(low: float, high: float, begin: float, end: float) -> Scale:
    """Return the linear function that maps low to begin and high to end.

    >>> scale(0, 10, 100, 200)(5)
    150.0
    """
    return lambda value: begin + (value - low) / (high - low) * (end - begin)


def round_numbers(ends: Limits) -> list[float]:
    """Return about five round numbers within two limits.

    >>> round_numbers((-1.2, 3.4))
    [-1.0, 0.0, 1.0, 2.0, 3.0]
    """
    rough = (ends[1] - ends[0]) / 5
    power = 10.0 ** np.floor(np.log10(rough))
    step = min((factor * power for factor in (1, 2, 5, 10)), key=lambda size: abs(size - rough))
    first, last = int(np.ceil(ends[0] / step - 1e-9)), int(np.floor(ends[1] / step + 1e-9))
    return [float(round(place * step, 10)) for place in range(first, last + 1)]


def number(value: float) -> str:
    """Format a number on an axis."""
    return minus(f"{value:g}")


def x_ticks(ticks: Sequence[float], x: Scale, write: Callable[[float], str] = number) -> list[str]:
    """Return the tick labels below the plot."""
    return [words(x(tick), HEIGHT - BOTTOM + 20, write(tick)) for tick in ticks]


def y_ticks(ticks: Sequence[float], y: Scale, write: Callable[[float], str] = number) -> list[str]:
    """Return the tick labels to the left of the plot."""
    return [words(LEFT - 8, y(tick) + 4, write(tick), "end") for tick in ticks]


def axis_labels(across: str, up: str, *, width: float = WIDTH - LEFT - RIGHT) -> list[str]:
    """Return the axis labels, below the plot and, rotated, to its left."""
    return [words(LEFT + width / 2, HEIGHT - 5, across), words(14, TOP + SIZE / 2, up, turned=True)]


def horizontal_line(y: float, kind: str = "grid") -> str:
    """Return a horizontal line across the plot."""
    return f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" class="{kind}"/>'


def frame(width: float) -> str:
    """Return the frame around the plot."""
    return f'<rect x="{LEFT}" y="{TOP}" width="{width}" height="{SIZE}" class="frame"/>'


def legend(keys: Sequence[tuple[str, str]]) -> tuple[float, str]:
    """Return the height of a legend above a graph, and the legend: names with a sample of each line.

    Arguments:
        keys: each line's name and drawing attributes.
    """
    x, row, parts = float(LEFT), 0, []
    for name, drawn in keys:
        wide = 40 + 7.2 * len(name)  # wider than any system font
        if x > LEFT and x + wide > WIDTH:
            x, row = float(LEFT), row + 1
        parts.append((x, row, name, drawn))
        x += wide + 8
    room = 20.0 * (row + 1) if parts else 0.0
    lines = [
        f'<path d="M{x:.1f} {y:.1f}h28" fill="none" {drawn}/>' + words(x + 34, y + 4, name, "start")
        for x, row, name, drawn in parts
        for y in (20.0 * row + 10 - room,)
    ]
    return room, "".join(lines)
