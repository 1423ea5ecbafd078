"""The face of a thing in a notebook: a title, a few facts, and pictures below."""

from collections.abc import Mapping
from html import escape

from glassnet.figures.still import Still


def face(title: str, facts: Mapping[str, object], *more: str) -> Still:
    """Write a title, facts in two columns, and figures or other HTML below.

    Arguments:
        title: in bold.
        facts: what is said, by name; None is left out.
        more: HTML that follows.

    >>> face("a & b", {"size": 3, "left out": None}).count("<tr>"), "a &amp; b" in face("a & b", {})
    (1, True)
    """
    rows = "".join(
        f'<tr><th scope="row" style="text-align: left; vertical-align: top">{escape(name)}</th>'
        f'<td style="text-align: left">{escape(str(value))}</td></tr>'
        for name, value in facts.items()
        if value is not None
    )
    table = f"<table><tbody>{rows}</tbody></table>" if rows else ""
    return Still(f"<section><p><b>{escape(title)}</b></p>{table}{''.join(more)}</section>")


def listing(title: str, content: str) -> str:
    """Return text as it stands, below a title that unfolds it."""
    return f"<details><summary>{escape(title)}</summary><pre>{escape(content)}</pre></details>"
