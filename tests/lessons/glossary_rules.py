"""The rule for terms: where a lesson first uses one, it is linked to the glossary, or explained there and then."""

import re
from collections.abc import Iterator

from glassnet.lessons import Lesson
from glassnet.lessons.glossary import GLOSSARY, Term
from glassnet.lessons.linking_terms import first_use

CONTEXT = 30


def unlinked(lesson: Lesson) -> list[str]:
    """The terms that a lesson uses without a link where it first does."""
    return [
        f"“{term.name}” is not linked where it is first used: …{_around(text, start)}… Run `make terms`."
        for term in GLOSSARY
        for text, start, marked in first_use(term, _texts(lesson))
        if not marked
    ]


def unknown(lesson: Lesson) -> list[str]:
    """The addresses of terms that the glossary lacks."""
    known = {term.slug for term in GLOSSARY}
    return [slug for slug in re.findall(r"\(#term-([^)]*)\)", lesson.source) if slug not in known]


def unexplained(lesson: Lesson) -> list[str]:
    """The terms that this lesson should explain, and has neither in bold, nor as a title, nor as a table's row."""
    text = "\n".join(_texts(lesson))
    explaining = re.findall(r"\*\*([^*]+)\*\*|^#+ (.*)$|^\| ([^|]*)\|", text, re.MULTILINE)
    explained = [term for term in GLOSSARY if term.lesson == lesson.number]
    return [term.name for term in explained if not any(_names(term, one) for found in explaining for one in found)]


def _names(term: Term, text: str) -> bool:
    return bool(term.pattern.search(text))


def _texts(lesson: Lesson) -> Iterator[str]:
    return (prose.text for cell in lesson.cells for prose in cell.prose)


def _around(text: str, start: int) -> str:
    return " ".join(text[max(0, start - CONTEXT) : start + CONTEXT].split())
