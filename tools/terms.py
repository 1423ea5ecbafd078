"""Link each term of the glossary where a lesson first uses it.

Use: python tools/terms.py [FILE …], by default for all lessons.
"""

import re
import sys
from pathlib import Path

from glassnet.lessons.catalogue import FOLDER, lessons_in
from glassnet.lessons.cells import cells_of
from glassnet.lessons.glossary import GLOSSARY
from glassnet.lessons.lesson import Lesson
from glassnet.lessons.linking_terms import first_use, with_link

COMPUTED = "…"
"""Stands for a computed value in prose."""


def linked(lesson: Lesson) -> str:
    """Return a notebook's source with the first use of each term in its prose linked."""
    source = lesson.source
    for term in sorted(GLOSSARY, key=lambda term: -len(term.name)):
        texts = [prose.text for cell in cells_of(source) for prose in cell.prose]
        for text, start, marked in first_use(term, texts):
            if not marked:
                source = with_link(source, term, place_in(source, text, start))
    return source


def place_in(source: str, text: str, start: int) -> int:
    """Return where in the source a place of a prose text stands: pieces between line ends or values are unique.

    Raises:
        SystemExit: it isn't, or the source writes it in another way.
    """
    for edge in (rf"\n|{COMPUTED}", rf"[\n\\{{}}\"']|{COMPUTED}"):  # in some strings, these are written twice
        edges = [0, *(found.end() for found in re.finditer(edge, text)), len(text) + 1]
        begin, end = max(one for one in edges if one <= start), min(one for one in edges if one > start)
        if source.count(piece := text[begin : end - 1]) == 1:
            return source.index(piece) + start - begin
    raise SystemExit(f"Link this by hand: {text[max(0, start - 40) : start + 40]!r}.")


def main(files: list[str]) -> None:
    """Link the terms of these notebooks, or of all."""
    for lesson in [Lesson(Path(file)) for file in files] or lessons_in(FOLDER):
        if (text := linked(lesson)) != lesson.source:
            lesson.path.write_text(text, encoding="utf-8")
            print(f"linked: {lesson.file}")


if __name__ == "__main__":
    main(sys.argv[1:])
