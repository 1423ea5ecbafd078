"""The rule for terms: where a lesson first uses one, it is linked to the glossary, or explained there and then."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from glassnet.lessons import Lesson
from glassnet.lessons.glossary import GLOSSARY, Term
from glassnet.lessons.linking_terms import first_use

from .lesson_rules import exercises_of

CONTEXT = 30
CODE = {"source", "skeleton", "returns", "presets"}
"""Fields of exercises that are no words."""


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


def said_by_exercises(lesson: Lesson) -> list[str]:
    """Whatever a lesson's exercises may say."""
    return [text for exercise in exercises_of(lesson).values() for text in words_of(exercise)]


def too_early(lessons: Iterable[Lesson], asked: Callable[[Lesson], Iterable[str]] = said_by_exercises) -> list[str]:
    """The terms that a course, read in one go, uses before they are explained.

    A term is explained in the lesson that the glossary names, or where it is first used, if it is bold there; a
    link alone is no explanation. Headings, tables and exercises count; deep dives, formulas and code don't.
    """
    explained: set[str] = set()
    return [found for lesson in lessons for found in _early_in(lesson, explained, asked(lesson))]


def _early_in(lesson: Lesson, explained: set[str], asked: Iterable[str]) -> Iterator[str]:
    """Yield a lesson's terms that are not explained yet, and add to `explained` those that it explains."""
    prose, asked = list(_visible(lesson)), list(asked)
    for term in GLOSSARY:
        if term.lesson <= lesson.number or term.name in explained:
            continue
        for where, texts in (("", prose), ("in an exercise ", asked)):
            for text, start, _ in first_use(term, [_plain_longer(term, text) for text in texts]):
                if not where and re.match(rf"\*\*{term.pattern.pattern}\*\*", text[start:], re.IGNORECASE):
                    explained.add(term.name)
                elif term.name not in explained:
                    yield (
                        f"{lesson.number} uses “{term.name}” {where}before lesson {term.lesson} explains it: "
                        f"…{_around(text, start)}… Say it in other words, or explain it there and make it bold."
                    )


def _plain_longer(term: Term, text: str) -> str:
    """Return a text in which bold terms that contain this one, such as **hidden layer** for layer, are not bold."""
    for other in GLOSSARY:
        if other != term and term.pattern.search(other.name):
            text = re.sub(rf"\*\*({other.pattern.pattern})\*\*", r"\1", text, flags=re.IGNORECASE)
    return text


def _visible(lesson: Lesson) -> Iterator[str]:
    """Yield a lesson's open text, with its headings and tables as plain words."""
    for cell in lesson.cells:
        for prose in cell.prose:
            open_text = "\n".join(block.text for block in prose.blocks if not block.title)
            yield re.sub(r"^ *#+ |\|", " ", open_text, flags=re.MULTILINE)


def words_of(value: Any) -> Iterator[str]:
    """Yield the texts in an exercise, or in a part of one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for each in value.items() for text in words_of(each))
    elif isinstance(value, list | tuple):
        yield from (text for each in value for text in words_of(each))
    elif is_dataclass(value):
        yield from (
            text for one in fields(value) if one.name not in CODE for text in words_of(getattr(value, one.name))
        )
