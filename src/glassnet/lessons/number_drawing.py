"""Still pictures of a computation: numbers in rows, joined from top to bottom, each marked with its symbol."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from glassnet.lessons.drawing import svg_picture

WIDE, TALL, GAP, ROOM = 84, 30, 10, 8
"""Width and height of a number, the space between two of a row, and the space around all."""
BETWEEN = 48
"""The space between two rows, where the links run."""
Places = Mapping[tuple[int, int], tuple[float, float]]


@dataclass(frozen=True)
class Number:
    """A number of a picture: what it is called, its value, and the name of the symbol that it lights up with."""

    sign: str
    value: float
    symbol: str = ""


@dataclass(frozen=True)
class Link:
    """A line from one number down to another, each given as (row, place), with what is written beside it."""

    begin: tuple[int, int]
    end: tuple[int, int]
    text: str = ""
    symbol: str = ""


def numbers_picture(rows: Sequence[Sequence[Number]], links: Sequence[Link], *, label: str, digits: int = 2) -> str:
    """Draw numbers in rows, and the links between them.

    Arguments:
        rows: from top to bottom; each from left to right, centred.
        links: which number goes into which.
        label: what the picture shows, for those who do not see it.
        digits: digits after the point.

    >>> svg = numbers_picture([[Number("w", 0.8, "weight")]], [], label="one weight")
    >>> "w = 0.80" in svg, 'data-symbol="weight"' in svg
    (True, True)
    """
    width = 2 * ROOM + max(len(row) for row in rows) * (WIDE + GAP) - GAP
    height = 2 * ROOM + len(rows) * (TALL + BETWEEN) - BETWEEN
    places = {
        (down, across): (width / 2 + (across - len(row) / 2) * (WIDE + GAP) + GAP / 2, ROOM + down * (TALL + BETWEEN))
        for down, row in enumerate(rows)
        for across in range(len(row))
    }
    parts = [_line(places, link) for link in links] + [_words(places, link) for link in links if link.text]
    parts += [
        _number(places[down, across], one, digits) for down, row in enumerate(rows) for across, one in enumerate(row)
    ]
    return svg_picture(HALO + "".join(parts), width, height, label, grows=1.3)


HALO = (
    "<style>.glassnet-picture .beside { paint-order: stroke; stroke: var(--background, Canvas); stroke-width: 5px; }"
    ".glassnet-picture [data-lit] .beside { stroke: none; }</style>"
)


def _line(places: Places, link: Link) -> str:
    (x1, y1), (x2, y2) = places[link.begin], places[link.end]
    path = f"M{x1 + WIDE / 2:.1f} {y1 + TALL}L{x2 + WIDE / 2:.1f} {y2}"
    line = f'<path d="{path}" class="stroke" stroke="currentColor" stroke-opacity="0.6"/>'
    return _group(link.symbol, line + (f'<path d="{path}" class="hit"/>' if link.symbol else ""))


def _words(places: Places, link: Link) -> str:
    (x1, y1), (x2, y2) = places[link.begin], places[link.end]
    wide = 6.6 * len(link.text) + 8
    middle, y = (x1 + x2 + WIDE) / 2, (y1 + y2 + TALL) / 2
    x = middle - 6 - wide if x1 < x2 else middle + 6  # outside, where lines come together
    plate = f'<rect x="{x:.1f}" y="{y - 10:.1f}" width="{wide:.0f}" height="20" rx="4" class="plate"/>'
    return _group(link.symbol, plate + _text(x + wide / 2, y + 4, link.text, "beside"))


def _number(place: tuple[float, float], one: Number, digits: int) -> str:
    x, y = place
    box = f'x="{x:.1f}" y="{y}" width="{WIDE}" height="{TALL}" rx="6"'
    words = f"{one.sign} = {one.value:.{digits}f}".replace("-", "−")
    drawn = f'<rect {box} class="plate"/><rect {box} class="frame"/>{_text(x + WIDE / 2, y + TALL / 2 + 4, words)}'
    return _group(one.symbol, drawn)


def _group(symbol: str, drawn: str) -> str:
    return f'<g data-symbol="{symbol}">{drawn}</g>' if symbol else f"<g>{drawn}</g>"


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" class="{kind}">{escape(words)}</text>'
