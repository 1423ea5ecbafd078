"""A lesson's Markdown in the dialect that Jupyter understands."""

import re

from glassnet.lessons.glossary import plain_terms
from glassnet.lessons.prose import Prose
from glassnet.lessons.symbols import unlinked

DOT = re.compile(r"\\textcolor\{symbol[a-z]+\}\{\\rule\{0em\}\{0em\}\}")
SITE_LINK = re.compile(r"\[([^\]]+)\]\(/[^)]*\)")


def jupyter_markdown(prose: Prose) -> str:
    r"""Return prose with collapsed parts as HTML, without marks, and without links to the web application and the glossary.

    >>> jupyter_markdown(Prose("Read [lesson 06](/lessons/06/), $\\symbol{w}{w}$."))
    'Read lesson 06, $w$.'
    >>> jupyter_markdown(Prose("The [loss](#term-loss)."))
    'The loss.'
    >>> jupyter_markdown(Prose("/// details | More\nHidden.\n///"))
    '<details>\n<summary>More</summary>\n\nHidden.\n\n</details>'
    """
    shown = "".join(
        f"<details>\n<summary>{block.title}</summary>\n\n{block.text}\n</details>" if block.title else block.text
        for block in prose.blocks
    )
    return SITE_LINK.sub(r"\1", plain_terms(DOT.sub("", unlinked(shown))))
