"""A notebook's outputs as marimo writes them: HTML with custom elements that its page brings to life."""

from html.parser import HTMLParser
from pathlib import Path
from runpy import run_path

FORMULA = "marimo-tex"
"""The element of a formula: it has TeX between ||( and ||) or ||[ and ||] and needs nothing from Python."""
PREFIX = "marimo-"
"""The prefix of marimo's other custom elements: controls and widgets, which wait for replies from Python."""
WIDGET_ELEMENT = "marimo-anywidget"
CELL = '<div class="marimo-cell published empty:invisible">{}</div>'
OUTPUT = '<div class="output-area"><div class="output block">{}</div></div>'
"""The page's elements around a cell's output, so that a preview is laid out exactly like the notebook."""
WIDGET, CONTROL = (f'<div class="preview-placeholder" data-for="{kind}"></div>' for kind in ("widget", "control"))
"""The placeholder for a widget or a control in a preview."""


def outputs(notebook: Path) -> list[str | None]:
    """Run a notebook in this process and return each cell's output, None for a cell without one."""
    from marimo import as_html  # slow to import, and not needed for a server's first pages

    shown, _ = run_path(str(notebook), run_name=notebook.stem)["app"].run()
    return [None if output is None else as_html(output).text for output in shown]


def cell(output: str | None) -> str:
    """Return the page's HTML for a cell with this output.

    >>> cell("text")
    '<div class="marimo-cell published empty:invisible"><div class="output-area"><div class="output block">text</div></div></div>'
    """
    return CELL.format("" if output is None else OUTPUT.format(output))


def static_html(html: str) -> str:
    """Return HTML with placeholders for whatever needs Python, and with formulas as plain elements containing TeX.

    >>> static_html('<p>A <b>b</b><marimo-ui-element><marimo-slider></marimo-slider></marimo-ui-element></p>')
    '<p>A <b>b</b><div class="preview-placeholder" data-for="control"></div></p>'
    >>> static_html('<marimo-tex class="arithmatex">||(x^2||)</marimo-tex>')
    '<span class="formula">||(x^2||)</span>'
    """
    reader = _StaticHtml()
    reader.feed(html)
    reader.close()
    return "".join(reader.kept)


class _StaticHtml(HTMLParser):
    """Copies HTML tag by tag, replacing each of marimo's elements and its content with a placeholder."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self._inside: list[str] = []
        self._widget = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == FORMULA:
            self._keep('<span class="formula">')
        elif tag.startswith(PREFIX):
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
