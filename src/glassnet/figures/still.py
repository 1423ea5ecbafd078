"""The type of a figure: SVG or HTML that notebooks display."""

from pathlib import Path

from glassnet.base.errors import SettingError

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


class Still(str):
    """A static figure: a string of SVG or HTML that JupyterLab, VS Code, Colab and marimo display.

    Arguments:
        content: SVG or HTML.

    >>> Still('<svg viewBox="0 0 1 1"></svg>')._repr_html_()
    '<svg viewBox="0 0 1 1"></svg>'
    """

    __slots__ = ()

    def __new__(cls, content: str) -> "Still":
        """Create a figure from SVG or HTML."""
        return super().__new__(cls, content)

    def _repr_html_(self) -> str:
        return str(self)

    def save(self, path: str | Path) -> Path:
        """Save the figure as an .svg or .html file and return the path.

        Arguments:
            path: ends in .svg for a single drawing or in .html for any figure.

        Raises:
            SettingError: the path has another extension, or it ends in .svg and the figure is not a single drawing.

        >>> Still("<table></table>").save("table.svg")
        Traceback (most recent call last):
        glassnet.base.errors.SettingError: This figure is HTML, not one SVG drawing: save it as .html; got 'table.svg'.
        """
        file = Path(path)
        if file.suffix not in {".svg", ".html"}:
            raise SettingError(f"A figure can be saved as .svg or .html; got {str(path)!r}.")
        if file.suffix == ".svg" and not self.startswith("<svg "):
            raise SettingError(f"This figure is HTML, not one SVG drawing: save it as .html; got {str(path)!r}.")
        alone = self.replace("<svg ", f"<svg {NAMESPACE} ", 1) if file.suffix == ".svg" else f"<!doctype html>\n{self}"
        file.write_text(alone + "\n", encoding="utf-8")
        return file
