"""A lesson's prose, parsed in one place: its collapsed blocks, headings and word count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from inspect import cleandoc

COLLAPSED = re.compile(r"^/// details \| (.*?)\n(.*?)^///$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
QUESTION = re.compile(r"^\*\*(.+)\*\*$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A block of prose: visible, or collapsed under a title.

    Arguments:
        text: Markdown.
        title: the title of a collapsed block; "" if it is visible.
    """

    text: str
    title: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading: 1 for the lesson's title, 2 for a section."""

    level: int
    title: str


@dataclass(frozen=True)
class Prose:
    """The prose of a cell.

    Arguments:
        text: Markdown without indentation; computed values are replaced by "…".
        fixed: whether it contains no computed values.
    """

    text: str
    fixed: bool = True

    @property
    def blocks(self) -> tuple[Block, ...]:
        r"""The text in blocks, each visible or collapsed.

        >>> Prose("Open.\n/// details | More\nHidden.\n///").blocks
        (Block(text='Open.\n', title=''), Block(text='Hidden.\n', title='More'))
        """
        return tuple(_blocks(self.text))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings, in order.

        >>> Prose("# Loss").headings
        (Heading(level=1, title='Loss'),)
        """
        return tuple(Heading(len(marks), title.strip()) for marks, title in HEADING.findall(self.text))

    @property
    def question(self) -> str:
        """The first line that is entirely bold, which is the question at the top of a lesson; "" if there is none."""
        found = QUESTION.search(self.text)
        return "" if found is None else found[1]

    @property
    def words(self) -> int:
        """The number of visible words.

        >>> Prose("Three open words.\\n/// details | More\\nHidden.\\n///").words
        3
        """
        return sum(len(block.text.split()) for block in self.blocks if not block.title)


def prose(text: str, *, fixed: bool = True) -> Prose:
    """Return a text as prose, without its indentation."""
    return Prose(cleandoc(text), fixed)


def _blocks(text: str) -> Iterator[Block]:
    end = 0
    for found in COLLAPSED.finditer(text):
        if end < found.start():
            yield Block(text[end : found.start()])
        yield Block(found[2], found[1])
        end = found.end()
    if end < len(text):
        yield Block(text[end:])
