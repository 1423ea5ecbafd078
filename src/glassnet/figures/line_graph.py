"""A graph of lines and marks on linear axes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise

import numpy as np

from glassnet.base.arguments import check_fields, checked
from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.base.symbols import symbol_name
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
    horizontal_line,
    legend,
    round_numbers,
    scale,
    x_ticks,
    y_ticks,
)
from glassnet.figures.checks import axis_limits, finite, same_length
from glassnet.figures.palette import INKS, MARK_INKS, WHITE
from glassnet.figures.still import Still
from glassnet.figures.svg import drawing

Point = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Line:
    """A line through points.

    Arguments:
        name: its name in the legend; "" for none.
        x, y: the points' coordinates, shape (n,) each.
        dashed: whether it is dashed.
        band: the lower and the upper edge of a band around it, shape (2, n): the worst and the best of several runs.
    """

    name: str
    x: Array
    y: Array
    dashed: bool = False
    band: Array | None = None

    def __post_init__(self) -> None:
        check_fields(self)
        for name in ("x", "y"):
            object.__setattr__(self, name, finite(name, getattr(self, name), "(points,)"))
        if self.band is not None:
            object.__setattr__(self, "band", finite("band", self.band, "(2, points)"))


@dataclass(frozen=True, eq=False)
class Marks:
    """Points, each drawn as a dot or as text.

    Arguments:
        at: the points, shape (n, 2).
        kinds: the index of each point's colour and sign, from 0, shape (n,).
        signs: text to draw instead of dots, one for each kind.
        symbol: the symbol with which they light up on a lesson's page; "" for none.
    """

    at: Array
    kinds: Array
    signs: Sequence[str] = ()
    symbol: str = ""

    def __post_init__(self) -> None:
        check_fields(self)
        object.__setattr__(self, "at", finite("at", self.at, "(marks, 2)"))
        object.__setattr__(self, "kinds", finite("kinds", self.kinds, "(marks,)").astype(int))


@checked
def line_graph(
    lines: Sequence[Line], *, label: str, across: str, up: str, marks: Marks | None = None, x: Limits, y: Limits
) -> Still:
    """Draw lines and marks on linear axes.

    Arguments:
        lines: at most six.
        label: alternative text: what the graph shows.
        across, up: the labels of the x-axis and the y-axis.
        marks: points drawn on top.
        x, y: the limits of the axes; lines end where they leave the frame.

    Raises:
        SettingError: there are more lines than colours, or an axis has its limits in the wrong order.

    >>> x = np.linspace(0, 1, 5)
    >>> figure = line_graph([Line("square", x, x**2)], label="A square.", across="x", up="x²", x=(0, 1), y=(0, 1))
    >>> "M68.0 254.0L145.0 239.0" in figure
    True
    """
    if len(lines) > len(INKS):
        raise SettingError(f"A line graph has at most {len(INKS)} lines; got {len(lines)}. Draw two graphs.")
    x, y, lines = axis_limits("x", x), axis_limits("y", y), [_checked(line) for line in lines]
    to_x, to_y = scale(*x, LEFT, WIDTH - RIGHT), scale(*y, HEIGHT - BOTTOM, TOP)
    up_ticks = round_numbers(y)
    parts = [horizontal_line(to_y(tick)) for tick in up_ticks] + y_ticks(up_ticks, to_y)
    parts += x_ticks(round_numbers(x), to_x) + axis_labels(across, up)
    parts += [_band(line, place, to_x, to_y, y) for place, line in enumerate(lines) if line.band is not None]
    parts += [_line(line, place, to_x, to_y, y) for place, line in enumerate(lines)]
    head, key = legend([(line.name, _stroke(line, place)) for place, line in enumerate(lines) if line.name])
    parts.append(key)
    if marks is not None:
        parts.append(_marks(marks, to_x, to_y))
    return drawing("".join(parts), WIDTH, HEIGHT, label, above=head)


def _checked(line: Line) -> Line:
    name = f"line {line.name!r}: "
    x, y = finite(f"{name}x", line.x, "(n,)"), finite(f"{name}y", line.y, "(n,)")
    same_length(f"{name}y", len(y), "x", len(x))
    if line.band is not None:
        for edge in line.band:
            same_length(f"{name}band", len(edge), "x", len(x))
    return replace(line, x=x, y=y)


def _line(line: Line, place: int, x: Scale, y: Scale, ends: Limits) -> str:
    pieces = _inside(zip(line.x.tolist(), line.y.tolist(), strict=True), ends)
    ways = ("M" + "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in piece) for piece in pieces)
    return f'<path d="{"".join(ways)}" fill="none" {_stroke(line, place)} stroke-linejoin="round"/>'


def _inside(points: Iterable[Point], ends: Limits) -> list[list[Point]]:
    """Return the pieces of a line between two heights, ending exactly where it leaves."""
    pieces: list[list[Point]] = []
    for (x0, y0), (x1, y1) in pairwise(points):
        rise = y1 - y0
        if rise:
            enters, leaves = sorted((end - y0) / rise for end in ends)
        else:
            enters, leaves = (0.0, 1.0) if ends[0] <= y0 <= ends[1] else (1.0, 0.0)
        begin, end = max(0.0, enters), min(1.0, leaves)
        if begin >= end:
            continue
        first = (x0 + begin * (x1 - x0), y0 + begin * rise) if begin else (x0, y0)
        last = (x0 + end * (x1 - x0), y0 + end * rise) if end < 1 else (x1, y1)
        if pieces and begin == 0 and pieces[-1][-1] == first:
            pieces[-1].append(last)
        else:
            pieces.append([first, last])
    return pieces


def _band(line: Line, place: int, x: Scale, y: Scale, ends: Limits) -> str:
    low, high = np.clip(np.asarray(line.band), *ends)
    there = [f"{x(a):.1f} {y(b):.1f}" for a, b in zip(line.x, high, strict=True)]
    back = [f"{x(a):.1f} {y(b):.1f}" for a, b in zip(line.x[::-1], low[::-1], strict=True)]
    return f'<path d="M{"L".join([*there, *back])}Z" fill="{INKS[place]}" fill-opacity="0.18"/>'


def _stroke(line: Line, place: int) -> str:
    dash = ' stroke-dasharray="6 4"' if line.dashed else ""
    return f'stroke="{INKS[place]}" stroke-width="2"{dash}'


def _marks(marks: Marks, x: Scale, y: Scale) -> str:
    at, kinds = finite("marks: at", marks.at, "(n, 2)"), finite("marks: kinds", marks.kinds, "(n,)").astype(int)
    same_length("marks: kinds", len(kinds), "points", len(at))
    if marks.signs and not 0 <= kinds.min() <= kinds.max() < len(marks.signs):
        raise SettingError(
            f"marks: kinds must be from 0 to {len(marks.signs) - 1}, as for signs; got {kinds.min()} to {kinds.max()}."
        )
    drawn = "".join(_mark(x(a), y(b), int(kind), marks.signs) for (a, b), kind in zip(at, kinds, strict=True))
    return f'<g data-symbol="{symbol_name(marks.symbol)}">{drawn}</g>' if marks.symbol else drawn


def _mark(x: float, y: float, kind: int, signs: Sequence[str]) -> str:
    ink = MARK_INKS[kind % len(MARK_INKS)]
    if not signs:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{ink}" stroke="{WHITE}" stroke-width="1"/>'
    # inline style, to override the drawing's style sheet
    return f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle" style="fill: {ink}">{escape(signs[kind])}</text>'
