"""A lesson's text before anybody has opened it: what its page shows until the notebook behind it has started."""

import json
import os
import sys
import traceback
from collections.abc import Iterable
from html.parser import HTMLParser
from runpy import run_path
from typing import Any

from glassnet.lessons.catalogue import Lesson, find

FORMULA = "marimo-tex"
"""marimo's element for a formula: it holds TeX, and the page typesets it without asking Python."""
CELL = '<div class="marimo-cell published empty:invisible">{}</div>'
OUTPUT = '<div class="output-area"><div class="output block">{}</div></div>'
"""The elements of marimo's page, so that its style sheets put the text where it will stay."""
WIDGET, CONTROL = (f'<div class="reading-place" data-for="{kind}"></div>' for kind in ("widget", "control"))
"""What stands where one of marimo's other elements will be, which wait for Python's answers."""


def first_reading(lesson: Lesson) -> str:
    """Run a lesson once and return its text, formulas, tables, code and pictures as HTML.

    Where a control or a widget will be, which nothing answers yet, an empty place is left.

    Arguments:
        lesson: whose notebook is run, in this process.
    """
    outputs, _ = run_path(str(lesson.path), run_name=lesson.path.stem)["app"].run()
    return "\n".join(_cells(outputs))


def _cells(outputs: Iterable[Any]) -> Iterable[str]:
    from marimo import as_html  # slow to import: a server answers its first pages before it needs this

    for output in outputs:
        yield CELL.format("" if output is None else OUTPUT.format(still(as_html(output).text)))


def still(html: str) -> str:
    """Return HTML without whatever waits for Python, and with formulas as plain elements that hold TeX.

    >>> still('<p>A <b>b</b><marimo-ui-element><marimo-slider></marimo-slider></marimo-ui-element></p>')
    '<p>A <b>b</b><div class="reading-place" data-for="control"></div></p>'
    >>> still('<marimo-tex class="arithmatex">||(x^2||)</marimo-tex>')
    '<span class="formula">||(x^2||)</span>'
    """
    reader = _Still()
    reader.feed(html)
    reader.close()
    return "".join(reader.kept)


class _Still(HTMLParser):
    """Copies HTML, tag by tag, and leaves a place instead of each of marimo's elements and all that it holds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self._inside: list[str] = []
        self._widget = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == FORMULA:
            self._keep('<span class="formula">')
        elif tag.startswith("marimo-"):
            self._inside.append(tag)
            self._widget |= tag == "marimo-anywidget"
        else:
            self._keep(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag == self._inside[-1]:
            self._inside.pop()
            if not self._inside:
                self.kept.append(WIDGET if self._widget else CONTROL)
                self._widget = False
        else:
            self._keep("</span>" if tag == FORMULA else f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._keep(self.get_starttag_text() or "")

    def handle_data(self, data: str) -> None:
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def _keep(self, text: str) -> None:
        if not self._inside:
            self.kept.append(text)


def main(numbers: Iterable[str]) -> None:
    """Write the texts of these lessons, as a process of its own that gives way to others.

    Each becomes a line of JSON: the number, the text (None where there is none), and what went wrong.
    """
    if hasattr(os, "nice"):
        os.nice(10)
    lines, sys.stdout = sys.stdout, sys.stderr  # whatever a lesson prints is no line of these
    for number in numbers:
        try:
            line = json.dumps([number, first_reading(find(number)), ""])
        except Exception:
            line = json.dumps([number, None, traceback.format_exc()])
        print(line, file=lines, flush=True)  # fails, and ends this, when nobody reads any more


if __name__ == "__main__":
    main(sys.argv[1:])
