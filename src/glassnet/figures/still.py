"""What a figure is: a piece of SVG or HTML that notebooks show as it is."""

from pathlib import Path

from glassnet.base.errors import SettingError

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


class Still(str):
    """A figure that does not move: its text is SVG or HTML, and JupyterLab, VS Code, Colab and marimo draw it.

    Arguments:
        content: SVG or HTML.

    >>> Still('<svg viewBox="0 0 1 1"></svg>')._repr_html_()
    '<svg viewBox="0 0 1 1"></svg>'
    """

    __slots__ = ()

    def __new__(cls, content: str) -> "Still":
        """Take a piece of SVG or HTML."""
        return super().__new__(cls, content)

    def _repr_html_(self) -> str:
        return str(self)

    def save(self, path: str | Path) -> Path:
        """Write the figure into an .svg or .html file, and return its path.

        Arguments:
            path: ends in .svg for a single drawing; in .html for any figure.

        Raises:
            SettingError: the name ends otherwise, or an .svg file is asked for something that is not one drawing.

        >>> Still("<table></table>").save("table.svg")
        Traceback (most recent call last):
        glassnet.base.errors.SettingError: This figure is HTML, not a single drawing: save it as .html; got 'table.svg'.
        """
        file = Path(path)
        if file.suffix not in {".svg", ".html"}:
            raise SettingError(f"A figure is saved as .svg or .html; got {str(path)!r}.")
        if file.suffix == ".svg" and not self.startswith("<svg "):
            raise SettingError(f"This figure is HTML, not a single drawing: save it as .html; got {str(path)!r}.")
        alone = self.replace("<svg ", f"<svg {NAMESPACE} ", 1) if file.suffix == ".svg" else f"<!doctype html>\n{self}"
        file.write_text(alone + "\n", encoding="utf-8")
        return file
