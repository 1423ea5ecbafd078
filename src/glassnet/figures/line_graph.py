"""A graph of lines and marks between two linear axes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

import numpy as np

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
    Ends,
    Scale,
    keys_above,
    level,
    names_of_axes,
    round_numbers,
    scale,
    ticks_across,
    ticks_up,
)
from glassnet.figures.checks import as_many, finite, two_ends
from glassnet.figures.palette import INKS, WHITE
from glassnet.figures.still import Still
from glassnet.figures.svg import drawing


@dataclass(frozen=True, eq=False)
class Line:
    """Values over places.

    Arguments:
        name: what it is called above the graph; "" without a name.
        x, y: places and values, shape (n,) each.
        dashed: whether it is dashed.
    """

    name: str
    x: Array
    y: Array
    dashed: bool = False


@dataclass(frozen=True, eq=False)
class Marks:
    """Points, each drawn as a sign of its own or, without signs, as a dot.

    Arguments:
        at: places, shape (n, 2).
        kinds: which ink each takes, whole numbers from 0, shape (n,).
        signs: what stands there instead of a dot, one for each kind.
        symbol: the symbol that they light up together with on a lesson's page; "" for none.
    """

    at: Array
    kinds: Array
    signs: Sequence[str] = ()
    symbol: str = ""


def line_graph(
    lines: Sequence[Line], *, label: str, across: str, up: str, marks: Marks | None = None, x: Ends, y: Ends
) -> Still:
    """Draw lines and marks between two axes.

    Arguments:
        lines: at most six.
        label: what the graph shows, for those who do not see it.
        across, up: what the axes measure.
        marks: points on top.
        x, y: the ends of the axes; what lies above or below is cut off.

    Raises:
        SettingError: there are more lines than inks, or an axis has its ends the wrong way round.

    >>> x = np.linspace(0, 1, 5)
    >>> figure = line_graph([Line("square", x, x**2)], label="A square.", across="x", up="x²", x=(0, 1), y=(0, 1))
    >>> "M68.0 254.0L145.0 239.0" in figure
    True
    """
    if len(lines) > len(INKS):
        raise SettingError(f"A graph tells at most {len(INKS)} lines apart; got {len(lines)}. Draw two graphs.")
    x, y, lines = two_ends("x", x), two_ends("y", y), [_checked(line) for line in lines]
    to_x, to_y = scale(*x, LEFT, WIDTH - RIGHT), scale(*y, HEIGHT - BOTTOM, TOP)
    up_ticks = round_numbers(y)
    parts = [level(to_y(tick)) for tick in up_ticks] + ticks_up(up_ticks, to_y)
    parts += ticks_across(round_numbers(x), to_x) + names_of_axes(across, up)
    parts += [_line(line, place, to_x, to_y, y) for place, line in enumerate(lines)]
    head, key = keys_above([(line.name, _stroke(line, place)) for place, line in enumerate(lines) if line.name])
    parts.append(key)
    if marks is not None:
        parts.append(_marks(marks, to_x, to_y))
    return drawing("".join(parts), WIDTH, HEIGHT, label, above=head)


def _checked(line: Line) -> Line:
    name = f"line {line.name!r}: "
    x, y = finite(f"{name}x", line.x, "(n,)"), finite(f"{name}y", line.y, "(n,)")
    as_many(f"{name}y", len(y), "x", len(x))
    return replace(line, x=x, y=y)


def _line(line: Line, place: int, x: Scale, y: Scale, ends: Ends) -> str:
    inside = np.clip(line.y, *ends)
    way = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in zip(line.x, inside, strict=True))
    return f'<path d="M{way}" fill="none" {_stroke(line, place)} stroke-linejoin="round"/>'


def _stroke(line: Line, place: int) -> str:
    dash = ' stroke-dasharray="6 4"' if line.dashed else ""
    return f'stroke="{INKS[place]}" stroke-width="2"{dash}'


def _marks(marks: Marks, x: Scale, y: Scale) -> str:
    at, kinds = finite("marks: at", marks.at, "(n, 2)"), finite("marks: kinds", marks.kinds, "(n,)").astype(int)
    as_many("marks: kinds", len(kinds), "places", len(at))
    if marks.signs and not 0 <= kinds.min() <= kinds.max() < len(marks.signs):
        raise SettingError(
            f"marks: kinds go from {kinds.min()} to {kinds.max()}, but there are {len(marks.signs)} signs."
        )
    drawn = "".join(_mark(x(a), y(b), int(kind), marks.signs) for (a, b), kind in zip(at, kinds, strict=True))
    return f'<g data-symbol="{symbol_name(marks.symbol)}">{drawn}</g>' if marks.symbol else drawn


def _mark(x: float, y: float, kind: int, signs: Sequence[str]) -> str:
    ink = INKS[kind % len(INKS)]
    if not signs:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{ink}" stroke="{WHITE}" stroke-width="1"/>'
    # style, because the drawings' own style gives every text the ink of the page
    return f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle" style="fill: {ink}">{escape(signs[kind])}</text>'
