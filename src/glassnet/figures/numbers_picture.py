"""A diagram of a computation: numbers in rows, linked from top to bottom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glassnet.base.arguments import check_fields, checked
from glassnet.base.checks import whole_number
from glassnet.base.errors import DataError, SettingError
from glassnet.figures.still import Still
from glassnet.figures.svg import drawing, group, minus, words

WIDE, TALL, GAP, ROOM = 84, 30, 10, 8
PER_LETTER = 6.6
"""Width and height of a number, the gap between two in a row, and the margin."""
BETWEEN = 48
"""The space between two rows, for the links."""
Places = Mapping[tuple[int, int], tuple[float, float]]

HALO = (
    "<style>.glassnet-picture .beside { paint-order: stroke; stroke: var(--background, Canvas); stroke-width: 5px; }"
    ".glassnet-picture [data-lit] .beside { stroke: none; }</style>"
)


@dataclass(frozen=True)
class Number:
    """A number of a diagram: its name, its value, and the symbol with which it lights up on a lesson's page."""

    sign: str
    value: float
    symbol: str = ""

    def __post_init__(self) -> None:
        check_fields(self)


@dataclass(frozen=True)
class Link:
    """A line from one number down to another, each given as (row, place), and the text beside it."""

    begin: tuple[int, int]
    end: tuple[int, int]
    text: str = ""
    symbol: str = ""

    def __post_init__(self) -> None:
        check_fields(self)


@checked
def numbers_picture(rows: Sequence[Sequence[Number]], links: Sequence[Link], *, label: str, digits: int = 2) -> Still:
    """Draw numbers in rows and the links between them.

    Arguments:
        rows: from top to bottom; each from left to right, centred.
        links: which number is used for which.
        label: alternative text: what the diagram shows.
        digits: decimal places.

    Raises:
        DataError: there are no numbers.
        SettingError: a link begins or ends where there is no number.

    >>> svg = numbers_picture([[Number("w", 0.8, "weight")]], [], label="one weight")
    >>> "w = 0.80" in svg, 'data-symbol="weight"' in svg
    (True, True)
    >>> numbers_picture([[Number("w", 0.8)]], [Link((0, 0), (1, 0))], label="one weight")
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: A link joins (row, place) (1, 0), where there is no number. Both count from 0.
    """
    digits = whole_number("digits", digits, minimum=0)
    wide = _width(rows, digits)
    places = _places(rows, wide)
    for row, place in (end for link in links for end in (link.begin, link.end)):
        if (row, place) not in places:
            raise SettingError(
                f"A link joins (row, place) {(row, place)}, where there is no number. Both count from 0."
            )
    width = 2 * ROOM + max(len(row) for row in rows) * (wide + GAP) - GAP
    height = 2 * ROOM + len(rows) * (TALL + BETWEEN) - BETWEEN
    parts = [_line(places, link, wide) for link in links] + [_words(places, link, wide) for link in links if link.text]
    parts += [
        _number(places[down, across], one, digits, wide)
        for down, row in enumerate(rows)
        for across, one in enumerate(row)
    ]
    return drawing(HALO + "".join(parts), width, height, label, grows=1.3)


def _places(rows: Sequence[Sequence[Number]], wide: float) -> Places:
    """Return the upper left corner of each number, by row and place."""
    if not rows or not any(rows):
        raise DataError("numbers_picture needs at least one row with a number; got none.")
    width = 2 * ROOM + max(len(row) for row in rows) * (wide + GAP) - GAP
    return {
        (down, across): (width / 2 + (across - len(row) / 2) * (wide + GAP) + GAP / 2, ROOM + down * (TALL + BETWEEN))
        for down, row in enumerate(rows)
        for across in range(len(row))
    }


def _line(places: Places, link: Link, wide: float) -> str:
    (x1, y1), (x2, y2) = places[link.begin], places[link.end]
    path = f"M{x1 + wide / 2:.1f} {y1 + TALL}L{x2 + wide / 2:.1f} {y2}"
    line = f'<path d="{path}" class="stroke" stroke="currentColor" stroke-opacity="0.6"/>'
    return group(link.symbol, line + (f'<path d="{path}" class="hit"/>' if link.symbol else ""))


def _words(places: Places, link: Link, wide: float) -> str:
    (x1, y1), (x2, y2) = places[link.begin], places[link.end]
    room = 6.6 * len(link.text) + 8
    middle, y = (x1 + x2 + wide) / 2, (y1 + y2 + TALL) / 2
    x = middle - 6 - room if x1 < x2 else middle + 6  # outside, where lines converge
    plate = f'<rect x="{x:.1f}" y="{y - 10:.1f}" width="{room:.0f}" height="20" rx="4" class="plate"/>'
    return group(link.symbol, plate + words(x + room / 2, y + 4, link.text, kind="beside"))


def _number(place: tuple[float, float], one: Number, digits: int, wide: float) -> str:
    x, y = place
    box = f'x="{x:.1f}" y="{y}" width="{wide:g}" height="{TALL}" rx="6"'
    text = _text(one, digits)
    drawn = f'<rect {box} class="plate"/><rect {box} class="frame"/>{words(x + wide / 2, y + TALL / 2 + 4, text)}'
    return group(one.symbol, drawn)


def _text(one: Number, digits: int) -> str:
    return minus(f"{one.sign} = {one.value:.{digits}f}")


def _width(rows: Sequence[Sequence[Number]], digits: int) -> float:
    """Return the width of a box: as wide as the longest text needs."""
    return max([WIDE, *(PER_LETTER * len(_text(one, digits)) + 16 for row in rows for one in row)])
