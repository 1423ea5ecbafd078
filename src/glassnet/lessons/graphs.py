"""Still graphs for the lessons: lines and marks between two linear axes, and small pictures of numbers, as SVG."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

from glassnet.base.arrays import Array
from glassnet.lessons.drawing import BLUE, BOTTOM, HEIGHT, LEFT, ORANGE, RIGHT, STYLE, TOP, WIDTH
from glassnet.lessons.symbols import checked

INKS = (BLUE, ORANGE, "#7c4fd6", "#008a62", "#c2417f", "#7a8290")
"""Inks that any common colour vision tells apart and that stand out from a light and a dark page."""

Ends = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Line:
    """Values over places.

    Arguments:
        name: what it is called beside the graph; "" without a name.
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
        kinds: which ink each takes, shape (n,).
        signs: what stands there instead of a dot, one for each kind.
        symbol: the symbol that they light up together with; "" for none.
    """

    at: Array
    kinds: Array
    signs: Sequence[str] = ()
    symbol: str = ""


def graph(
    lines: Sequence[Line], *, label: str, across: str, up: str, marks: Marks | None = None, x: Ends, y: Ends
) -> str:
    """Draw lines and marks between two axes.

    Arguments:
        lines: at most six.
        label: what the picture shows, for those who do not see it.
        across, up: what the axes measure.
        marks: points on top.
        x, y: the ends of the axes; what lies outside is cut off.
    """
    to_x, to_y = _scale(*x, LEFT, WIDTH - RIGHT), _scale(*y, HEIGHT - BOTTOM, TOP)
    parts = [f'<path d="M{LEFT} {to_y(t):.1f}H{WIDTH - RIGHT}" class="grid"/>' for t in _round(y)]
    parts += [_word(LEFT - 8, to_y(t) + 4, _number(t), "end") for t in _round(y)]
    parts += [_word(to_x(t), HEIGHT - BOTTOM + 18, _number(t), "middle") for t in _round(x)]
    parts += [_word((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, across, "middle")]
    turned = f"rotate(-90 14 {(TOP + HEIGHT - BOTTOM) / 2})"
    parts += [f'<g transform="{turned}">{_word(14, (TOP + HEIGHT - BOTTOM) / 2, up, "middle")}</g>']
    parts += [_line(line, place, to_x, to_y, y) for place, line in enumerate(lines)]
    parts += [_key(line, place) for place, line in enumerate(lines) if line.name]
    if marks is not None:
        drawn = "".join(
            _mark(to_x(a), to_y(b), int(kind), marks.signs) for (a, b), kind in zip(marks.at, marks.kinds, strict=True)
        )
        parts.append(f'<g data-symbol="{checked(marks.symbol)}">{drawn}</g>' if marks.symbol else drawn)
    return _picture("".join(parts), WIDTH, HEIGHT, label)


def number_grid(values: Array, *, label: str, title: str, chosen: tuple[int, int] | None = None) -> str:
    """Draw a small table of numbers as squares, the larger the bluer, with a frame around the chosen one.

    Arguments:
        values: shape (rows, columns), 0 or more.
        label: what the picture shows, for those who do not see it.
        title: what stands below it.
        chosen: row and column.
    """
    size, (rows, columns) = 30, values.shape
    most = float(values.max()) or 1.0
    parts = []
    for row, column in np.ndindex(rows, columns):
        share = 0.9 * float(values[row, column]) / most
        parts.append(
            f'<rect x="{column * size + 1}" y="{row * size + 1}" width="{size - 2}" height="{size - 2}" '
            f'fill="{BLUE}" fill-opacity="{share:.2f}" stroke="currentColor" stroke-opacity="0.2"/>'
        )
    if chosen is not None:
        parts.append(
            f'<rect x="{chosen[1] * size}" y="{chosen[0] * size}" width="{size}" height="{size}" '
            f'fill="none" stroke="{ORANGE}" stroke-width="3"/>'
        )
    parts.append(_word(columns * size / 2, rows * size + 20, title, "middle"))
    return _picture("".join(parts), columns * size, rows * size + 28, label)


def _line(line: Line, place: int, x: Callable[[float], float], y: Callable[[float], float], ends: Ends) -> str:
    inside = np.clip(line.y, *ends)
    way = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in zip(line.x, inside, strict=True))
    dash = ' stroke-dasharray="6 4"' if line.dashed else ""
    return f'<path d="M{way}" fill="none" stroke="{INKS[place]}" stroke-width="2" stroke-linejoin="round"{dash}/>'


def _key(line: Line, place: int) -> str:
    y, x = TOP + 8 + 18 * place, WIDTH - RIGHT - 36
    dash = ' stroke-dasharray="6 4"' if line.dashed else ""
    return f'<path d="M{x} {y}h32" stroke="{INKS[place]}" stroke-width="2"{dash}/>' + _word(
        x - 8, y + 4, line.name, "end"
    )


def _mark(x: float, y: float, kind: int, signs: Sequence[str]) -> str:
    ink = INKS[kind % len(INKS)]
    if not signs:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{ink}" stroke="white" stroke-width="1"/>'
    # style, because the pictures' own style gives every text the ink of the page
    return f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle" style="fill: {ink}">{escape(signs[kind])}</text>'


def _scale(low: float, high: float, begin: float, end: float) -> Callable[[float], float]:
    return lambda value: begin + (value - low) / (high - low) * (end - begin)


def _round(ends: Ends) -> list[float]:
    """Return some five round numbers between two ends."""
    rough = (ends[1] - ends[0]) / 5
    power = 10.0 ** np.floor(np.log10(rough))
    step = min((factor * power for factor in (1, 2, 5, 10)), key=lambda size: abs(size - rough))
    first, last = int(np.ceil(ends[0] / step - 1e-9)), int(np.floor(ends[1] / step + 1e-9))
    return [round(place * step, 10) for place in range(first, last + 1)]


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _word(x: float, y: float, content: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(content)}</text>'


def _picture(body: str, width: float, height: float, label: str) -> str:
    return (
        f'<svg class="glassnet-picture" style="flex: {width} 1 {0.75 * width:.0f}px; max-width: {1.4 * width:.0f}px" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label="{escape(label, quote=True)}">{STYLE}{body}</svg>'
    )
