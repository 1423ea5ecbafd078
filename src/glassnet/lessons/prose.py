"""A lesson's prose, read once for all who use it: what is folded away at first, its headings, its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from inspect import cleandoc

FOLDED = re.compile(r"^/// details \| (.*?)\n(.*?)^///$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
QUESTION = re.compile(r"^\*\*(.+)\*\*$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A piece of prose: in the open, or folded away under a title.

    Arguments:
        text: Markdown.
        title: what a folded piece is called; "" in the open.
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
    """The text of a cell.

    Arguments:
        text: Markdown, at the left edge; values that are computed have left a gap.
        fixed: whether nothing in it is computed.
    """

    text: str
    fixed: bool = True

    @property
    def blocks(self) -> tuple[Block, ...]:
        r"""The text in pieces, each in the open or folded away.

        >>> Prose("Open.\n/// details | More\nHidden.\n///").blocks
        (Block(text='Open.\n', title=''), Block(text='Hidden.\n', title='More'))
        """
        return tuple(_blocks(self.text))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings, in their order.

        >>> Prose("# Loss").headings
        (Heading(level=1, title='Loss'),)
        """
        return tuple(Heading(len(marks), title.strip()) for marks, title in HEADING.findall(self.text))

    @property
    def question(self) -> str:
        """The first line that is all bold: at the head of a lesson, its question; "" where there is none."""
        found = QUESTION.search(self.text)
        return "" if found is None else found[1]

    @property
    def words(self) -> int:
        """How many words stand in the open.

        >>> Prose("Three open words.\\n/// details | More\\nHidden.\\n///").words
        3
        """
        return sum(len(block.text.split()) for block in self.blocks if not block.title)


def prose(text: str, *, fixed: bool = True) -> Prose:
    """Return a text as prose, moved to the left edge."""
    return Prose(cleandoc(text), fixed)


def _blocks(text: str) -> Iterator[Block]:
    end = 0
    for found in FOLDED.finditer(text):
        if end < found.start():
            yield Block(text[end : found.start()])
        yield Block(found[2], found[1])
        end = found.end()
    if end < len(text):
        yield Block(text[end:])
