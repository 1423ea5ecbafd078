"""Which lessons there are. Reading this list imports no notebook."""

from dataclasses import dataclass
from pathlib import Path

from glassnet.base.errors import UnknownNameError


@dataclass(frozen=True)
class Lesson:
    """One lesson.

    Arguments:
        number: two digits, as in its address.
        title: what it is called.
        question: the question it answers, in one line.
        file: the notebook's file name, beside this module.
    """

    number: str
    title: str
    question: str
    file: str

    @property
    def path(self) -> Path:
        """Where the notebook lies."""
        return Path(__file__).with_name(self.file)


LESSONS: tuple[Lesson, ...] = (
    Lesson(
        "09",
        "The training loop",
        "How does a network that knows nothing become one that knows?",
        "lesson_09_the_training_loop.py",
    ),
)


def find(number: str) -> Lesson:
    """Return the lesson with that number.

    >>> find("9").title
    'The training loop'

    Raises:
        UnknownNameError: there is none; the error lists those that there are.

    >>> find("42")
    Traceback (most recent call last):
    glassnet.base.errors.UnknownNameError: There is no lesson '42'. There is: 09 (The training loop).
    """
    for lesson in LESSONS:
        if lesson.number == number.zfill(2):
            return lesson
    known = ", ".join(f"{lesson.number} ({lesson.title})" for lesson in LESSONS)
    raise UnknownNameError(f"There is no lesson {number!r}. There is: {known}.")
