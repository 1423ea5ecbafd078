"""The list of lessons: the notebooks in this folder, found without running them."""

import re
from collections.abc import Iterable
from pathlib import Path

from glassnet.base.errors import UnknownNameError
from glassnet.lessons.lesson import Lesson

FOLDER = Path(__file__).parent
NOTEBOOK = re.compile(r"lesson_\d\d[a-z]?_")
"""How the name of a lesson's notebook begins; a letter is a part of a lesson."""


def lessons_in(folder: Path) -> tuple[Lesson, ...]:
    """Return the lessons whose notebooks are in a folder, sorted by number.

    >>> [lesson.number for lesson in lessons_in(FOLDER) if lesson.number.startswith("05")]
    ['05a', '05b']
    """
    paths = (path for path in folder.glob("lesson_*.py") if NOTEBOOK.match(path.name))
    return tuple(sorted((Lesson(path) for path in paths), key=lambda lesson: lesson.number))


LESSONS: tuple[Lesson, ...] = tuple(lesson for lesson in lessons_in(FOLDER) if not lesson.draft)
"""The lessons on the site: all except drafts."""


def first_parts(lessons: Iterable[Lesson]) -> dict[str, Lesson]:
    """Return the first part of every lesson that has several, by the number that they share: {"05": lesson 05a}.

    >>> "07" in first_parts(LESSONS)
    False
    """
    found: dict[str, Lesson] = {}
    for lesson in lessons:
        if lesson.number != lesson.whole:
            found.setdefault(lesson.whole, lesson)
    return found


def find(number: str) -> Lesson:
    """Return the lesson with that number; of a lesson in parts, the first one, unless the number has the part's letter.

    >>> find("9").title
    'The training loop'

    Raises:
        UnknownNameError: no lesson has that number; the message lists those that exist.

    >>> find("42")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    glassnet.base.errors.UnknownNameError: There is no lesson '42'. Choose one of: 00, ..., 09, ....
    """
    wanted = re.sub(r"^\d(?!\d)", r"0\g<0>", number)
    numbered = {**first_parts(LESSONS), **{lesson.number: lesson for lesson in LESSONS}}
    if wanted in numbered:
        return numbered[wanted]
    known = ", ".join(lesson.number for lesson in LESSONS)
    raise UnknownNameError(f"There is no lesson {number!r}. Choose one of: {known}.")
