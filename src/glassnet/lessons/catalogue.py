"""Which lessons there are: the notebooks beside this file. Asking for them runs none."""

from pathlib import Path

from glassnet.base.errors import UnknownNameError
from glassnet.lessons.lesson import Lesson

FOLDER = Path(__file__).parent


def lessons_in(folder: Path) -> tuple[Lesson, ...]:
    """Return the lessons whose notebooks lie in a folder, by number.

    >>> [lesson.number for lesson in lessons_in(FOLDER)][:2]
    ['05', '06']
    """
    return tuple(Lesson(path) for path in sorted(folder.glob("lesson_[0-9][0-9]_*.py")))


LESSONS: tuple[Lesson, ...] = tuple(lesson for lesson in lessons_in(FOLDER) if not lesson.draft)
"""Those that are on the site: all but drafts."""


def find(number: str) -> Lesson:
    """Return the lesson with that number.

    >>> find("9").title
    'The training loop'

    Raises:
        UnknownNameError: there is none; the error lists those that there are.

    >>> find("42")
    Traceback (most recent call last):
    glassnet.base.errors.UnknownNameError: There is no lesson '42'. There are: 05 (Everything becomes numbers), 06 (Measuring success: loss), 07 (Gradient descent), 08 (Backpropagation), 09 (The training loop).
    """
    for lesson in LESSONS:
        if lesson.number == number.zfill(2):
            return lesson
    known = ", ".join(f"{lesson.number} ({lesson.title})" for lesson in LESSONS)
    raise UnknownNameError(f"There is no lesson {number!r}. There are: {known}.")
