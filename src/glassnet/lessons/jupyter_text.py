"""A lesson's Markdown as Jupyter reads it."""

import re
from inspect import cleandoc

from glassnet.lessons.symbols import unlinked

DETAILS = re.compile(r"^/// details \| (.*?)\n(.*?)^///$", re.DOTALL | re.MULTILINE)
DOT = re.compile(r"\\textcolor\{symbol[a-z]+\}\{\\rule\{0em\}\{0em\}\}")
SITE_LINK = re.compile(r"\[([^\]]+)\]\(/[^)]*\)")


def tidied(text: str) -> str:
    r"""Return a text with folded parts as HTML, without marks and without links to the web application.

    >>> tidied("Read [lesson 06](/lessons/06/), $\\symbol{w}{w}$.")
    'Read lesson 06, $w$.'
    >>> tidied("/// details | More\nHidden.\n///")
    '<details>\n<summary>More</summary>\n\nHidden.\n\n</details>'
    """
    folded = DETAILS.sub(r"<details>\n<summary>\1</summary>\n\n\2\n</details>", cleandoc(text))
    return SITE_LINK.sub(r"\1", DOT.sub("", unlinked(folded)))
