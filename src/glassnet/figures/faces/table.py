"""A plain table as HTML, in the page's own font and colours."""

from collections.abc import Sequence
from html import escape

from glassnet.figures.still import Still


def table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Still:
    """Write rows of text as an HTML table that scrolls sideways where it is too wide.

    Arguments:
        names: the columns' names.
        rows: one text per column each.

    >>> table(["a < b"], [["1"]]).count("<td"), "a &lt; b" in table(["a < b"], [["1"]])
    (1, True)
    """
    head = "".join(f'<th scope="col" style="text-align: left">{escape(str(name))}</th>' for name in names)
    cells = ["".join(f'<td style="text-align: left">{escape(str(cell))}</td>' for cell in row) for row in rows]
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return Still(
        f'<div style="overflow-x: auto" tabindex="0" role="region" aria-label="table">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
