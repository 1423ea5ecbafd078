"""The list of lessons: the notebooks in this folder, found without running them."""

from pathlib import Path

from glassnet.base.errors import UnknownNameError
from glassnet.lessons.lesson import Lesson

FOLDER = Path(__file__).parent


def lessons_in(folder: Path) -> tuple[Lesson, ...]:
    """Return the lessons whose notebooks are in a folder, sorted by number.

    >>> [lesson.number for lesson in lessons_in(FOLDER)][:2]
    ['05', '06']
    """
    return tuple(Lesson(path) for path in sorted(folder.glob("lesson_[0-9][0-9]_*.py")))


LESSONS: tuple[Lesson, ...] = tuple(lesson for lesson in lessons_in(FOLDER) if not lesson.draft)
"""The lessons on the site: all except drafts."""


def find(number: str) -> Lesson:
    """Return the lesson with that number.

    >>> find("9").title
    'The training loop'

    Raises:
        UnknownNameError: no lesson has that number; the message lists those that exist.

    >>> find("42")
    Traceback (most recent call last):
    glassnet.base.errors.UnknownNameError: There is no lesson '42'. Choose one of: 05 (Everything becomes numbers), 06 (Measuring success: loss), 07 (Gradient descent), 08 (Backpropagation), 09 (The training loop).
    """
    for lesson in LESSONS:
        if lesson.number == number.zfill(2):
            return lesson
    known = ", ".join(f"{lesson.number} ({lesson.title})" for lesson in LESSONS)
    raise UnknownNameError(f"There is no lesson {number!r}. Choose one of: {known}.")
