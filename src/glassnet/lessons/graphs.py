"""Still graphs for the lessons: lines and marks between two linear axes, and small pictures of numbers, as SVG."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

from glassnet.base.arrays import Array
from glassnet.lessons.drawing import BLUE, BOTTOM, HEIGHT, LEFT, ORANGE, RIGHT, TOP, WIDTH, keys_above, svg_picture
from glassnet.lessons.symbols import checked

INKS = (BLUE, ORANGE, "#7c4fd6", "#008a62", "#c2417f", "#7a8290")
"""Inks that any common colour vision tells apart and that stand out from a light and a dark page."""

DEEPEST = 0.9
"""How much ink the largest value of a table gets."""

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
    parts += [_word(to_x(t), HEIGHT - BOTTOM + 20, _number(t), "middle") for t in _round(x)]
    parts += [_word((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 5, across, "middle")]
    turned = f"rotate(-90 14 {(TOP + HEIGHT - BOTTOM) / 2})"
    parts += [f'<g transform="{turned}">{_word(14, (TOP + HEIGHT - BOTTOM) / 2, up, "middle")}</g>']
    parts += [_line(line, place, to_x, to_y, y) for place, line in enumerate(lines)]
    head, key = keys_above([(line.name, _stroke(line, place)) for place, line in enumerate(lines) if line.name])
    parts.append(key)
    if marks is not None:
        drawn = "".join(
            _mark(to_x(a), to_y(b), int(kind), marks.signs) for (a, b), kind in zip(marks.at, marks.kinds, strict=True)
        )
        parts.append(f'<g data-symbol="{checked(marks.symbol)}">{drawn}</g>' if marks.symbol else drawn)
    return svg_picture("".join(parts), WIDTH, HEIGHT, label, above=head)


def number_grid(values: Array, *, label: str, title: str, unit: str = "", chosen: tuple[int, int] | None = None) -> str:
    """Draw a small table of numbers as squares, the larger the bluer, with a frame around the chosen one.

    Below it stand a title and the scale, from 0 to the largest value.

    Arguments:
        values: shape (rows, columns), 0 or more.
        label: what the picture shows, for those who do not see it.
        title: what stands below it.
        unit: what the values are measured in.
        chosen: row and column.
    """
    size, (rows, columns) = 30, values.shape
    most = float(values.max()) or 1.0
    parts = []
    for row, column in np.ndindex(rows, columns):
        share = DEEPEST * float(values[row, column]) / most
        parts.append(
            f'<rect x="{column * size + 1}" y="{row * size + 1}" width="{size - 2}" height="{size - 2}" '
            f'fill="{BLUE}" fill-opacity="{share:.2f}" stroke="currentColor" stroke-opacity="0.2"/>'
        )
    if chosen is not None:
        parts.append(
            f'<rect x="{chosen[1] * size}" y="{chosen[0] * size}" width="{size}" height="{size}" '
            f'fill="none" stroke="{ORANGE}" stroke-width="3"/>'
        )
    middle, low = columns * size / 2, rows * size
    parts.append(_word(middle, low + 20, title, "middle") + _ramp(middle, low + 30, f"{most:.2f} {unit}".strip()))
    return svg_picture("".join(parts), columns * size, low + 48, label, grows=1.4)


def _ramp(middle: float, top: float, most: str) -> str:
    """Return the scale of a table of squares: how blue is how much."""
    steps, width = 30, 3
    x = middle - steps * width / 2
    squares = "".join(
        f'<rect x="{x + place * width:.1f}" y="{top:g}" width="{width}" height="12" fill="{BLUE}" shape-rendering="crispEdges" '
        f'fill-opacity="{DEEPEST * (place + 0.5) / steps:.2f}"/>'
        for place in range(steps)
    )
    frame = f'<rect x="{x:.1f}" y="{top:g}" width="{steps * width}" height="12" class="frame"/>'
    return squares + frame + _word(x - 8, top + 10, "0", "end") + _word(x + steps * width + 8, top + 10, most, "start")


def _line(line: Line, place: int, x: Callable[[float], float], y: Callable[[float], float], ends: Ends) -> str:
    inside = np.clip(line.y, *ends)
    way = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in zip(line.x, inside, strict=True))
    return f'<path d="M{way}" fill="none" {_stroke(line, place)} stroke-linejoin="round"/>'


def _stroke(line: Line, place: int) -> str:
    dash = ' stroke-dasharray="6 4"' if line.dashed else ""
    return f'stroke="{INKS[place]}" stroke-width="2"{dash}'


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
