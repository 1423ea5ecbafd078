"""A few numbers as horizontal bars, to be compared."""

from collections.abc import Mapping

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.errors import SettingError
from glassnet.figures.axes import Limits, Scale, number, round_numbers, scale
from glassnet.figures.checks import axis_limits, finite
from glassnet.figures.palette import BLUE, ORANGE
from glassnet.figures.still import Still
from glassnet.figures.svg import drawing, words

WIDE, BAR, GAP = 220, 26, 12
TOP = 8
LETTER = 7.8
"""Wider than a letter of any system font, on average, in the larger type of phones."""
MAX_BARS = 12


@checked
def bars(
    values: Mapping[str, float], *, label: str, along: str, limits: Limits, mark: tuple[str, float] | None = None
) -> Still:
    """Draw a few named numbers as bars that begin at the lower limit, each with its number.

    Arguments:
        values: at most twelve numbers by name, from top to bottom.
        label: alternative text: what the figure shows.
        along: the label of the axis.
        limits: the ends of the axis.
        mark: the name and the place of a dashed line across all bars.

    Raises:
        SettingError: there are no bars, or too many.

    >>> bars({"leaked": 0.97, "honest": 0.5}, label="Two bars", along="right", limits=(0, 1)).count('class="bar"')
    2
    """
    if not 0 < len(values) <= MAX_BARS:
        raise SettingError(f"Bars show 1 to {MAX_BARS} numbers; got {len(values)}.")
    sizes = finite("values", np.array(list(values.values())), "(bars,)")
    low, high = axis_limits("limits", limits)
    left = max(LETTER * len(name) for name in values) + 12
    x = scale(low, high, left, left + WIDE)
    bottom = TOP + len(values) * (BAR + GAP)
    parts = [f'<path d="M{x(tick):.1f} {TOP}V{bottom}" class="grid"/>' for tick in round_numbers((low, high))]
    parts += [words(x(tick), bottom + 18, number(tick)) for tick in round_numbers((low, high))]
    for place, (name, size) in enumerate(zip(values, sizes.tolist(), strict=True)):
        parts.append(_bar(name, size, x, TOP + GAP / 2 + place * (BAR + GAP), left))
    if mark:
        at = x(mark[1])
        parts.append(f'<path d="M{at:.1f} {TOP}V{bottom}" stroke="{ORANGE}" stroke-width="2" stroke-dasharray="5 4"/>')
        parts.append(words(at, TOP - 6, mark[0]))
    parts.append(words(left + WIDE / 2, bottom + 38, along))
    return drawing("".join(parts), left + WIDE + 48, bottom + 46, label, above=20 if mark else 0, grows=1.4)


def _bar(name: str, size: float, x: Scale, top: float, left: float) -> str:
    end = x(size)
    place = f'x="{left:.1f}" y="{top:.1f}" width="{max(0.0, end - left):.1f}" height="{BAR}"'
    rect = f'<rect {place} fill="{BLUE}" class="bar"/>'
    middle = top + BAR / 2 + 4
    return words(left - 8, middle, name, "end") + rect + words(end + 6, middle, number(round(size, 3)), "start")
