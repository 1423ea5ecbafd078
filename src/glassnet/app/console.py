"""What the command line prints with: colours of its own, and nothing that a file's texts could do to a terminal."""

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.segment import Segment

from glassnet.base.printable import printable


class SafeConsole(Console):
    """A console on which texts are only shown: control characters in them appear as they are written in Python.

    >>> from io import StringIO
    >>> out = StringIO()
    >>> SafeConsole(file=out).print("evil" + chr(27) + "[2J", markup=False)
    >>> out.getvalue()
    'evil\\\\x1b[2J\\n'
    """

    def render(self, renderable: Any, options: Any = None) -> Iterable[Segment]:
        """Yield the pieces of what is printed, made harmless."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(printable(segment.text, keep="\n"), segment.style)


def console(*, quiet: bool = False) -> SafeConsole:
    """Return the console that commands print on."""
    return SafeConsole(quiet=quiet, highlight=False)
