"""A formula in plain text as HTML: names in italics, indices below, powers above."""

import re
from html import escape

NAME = re.compile(r"(?P<name>[A-Za-z_][\w./]*)(?P<place>\[[\d, ]+\])?(?P<call>\()?")
POWER = re.compile(r"\^([\w.]+|\([^()]*\))")


def as_html(text: str) -> str:
    """Return a line of a formula as HTML.

    >>> as_html("z[0, 2] = exp(x[0, 1])")
    '<i>z</i><sub>0, 2</sub> = exp(<i>x</i><sub>0, 1</sub>)'
    """

    def written(found: re.Match[str]) -> str:
        name, place, call = found["name"], found["place"] or "", found["call"] or ""
        shown = name if call or name in ("max", "min", "more") else f"<i>{name}</i>"
        return shown + (f"<sub>{place[1:-1]}</sub>" if place else "") + call

    return POWER.sub(r"<sup>\1</sup>", NAME.sub(written, escape(text, quote=False)))
