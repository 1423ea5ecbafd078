"""What a notebook shows, as marimo writes it: HTML with elements of its own, which its page brings to life."""

from html.parser import HTMLParser
from pathlib import Path
from runpy import run_path

FORMULA = "marimo-tex"
"""The element of a formula: it holds TeX between ||( and ||) or ||[ and ||], and needs nothing from Python."""
OWN = "marimo-"
"""What the names of all other elements of its own begin with: controls and widgets, which wait for Python's answers."""
WIDGET_ELEMENT = "marimo-anywidget"
CELL = '<div class="marimo-cell published empty:invisible">{}</div>'
OUTPUT = '<div class="output-area"><div class="output block">{}</div></div>'
"""The elements of the page around what a cell shows, so that its style sheets put a text where it will stay."""
WIDGET, CONTROL = (f'<div class="reading-place" data-for="{kind}"></div>' for kind in ("widget", "control"))
"""What stands in a still text where a widget or a control will be."""


def outputs(notebook: Path) -> list[str | None]:
    """Run a notebook in this process and return what each of its cells shows, None where a cell shows nothing."""
    from marimo import as_html  # slow to import: a server answers its first pages before it needs this

    shown, _ = run_path(str(notebook), run_name=notebook.stem)["app"].run()
    return [None if output is None else as_html(output).text for output in shown]


def cell(output: str | None) -> str:
    """Return what the page has for a cell that shows this.

    >>> cell("text")
    '<div class="marimo-cell published empty:invisible"><div class="output-area"><div class="output block">text</div></div></div>'
    """
    return CELL.format("" if output is None else OUTPUT.format(output))


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
        elif tag.startswith(OWN):
            self._inside.append(tag)
            self._widget |= tag == WIDGET_ELEMENT
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
