"""Which lessons there are. Reading this list imports no notebook."""

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from glassnet.base.errors import UnknownNameError

WORDS_A_MINUTE = 200
MINUTES_AN_EXERCISE = 0.5
SHORTEST_TEXT = 20
"""Strings shorter than this are names and labels, not text to read."""

FOLDED = "/// details"
"""What a text begins with that is folded away at first."""


@dataclass(frozen=True)
class Lesson:
    """One lesson.

    Arguments:
        number: two digits, as in its address.
        title: what it is called.
        question: the question it answers, in one line.
        file: the notebook's file name, beside this module.
        lab: the settings of the Lab that go with it, as in the Lab's address.
    """

    number: str
    title: str
    question: str
    file: str
    lab: str = ""

    @property
    def path(self) -> Path:
        """Where the notebook lies."""
        return Path(__file__).with_name(self.file)

    @cached_property
    def minutes(self) -> int:
        """How long it takes to read and to try, in minutes: its words at an easy pace, and its exercises.

        Deep dives and whatever else is folded away at first are not counted.
        """
        tree = ast.parse(self.path.read_text("utf-8"))
        texts = [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        shown = [text for text in texts if len(text) > SHORTEST_TEXT and not text.lstrip().startswith(FOLDED)]
        words = sum(len(text.split()) for text in shown)
        exercises = sum(text.startswith(f"{self.number}.") and len(text) < SHORTEST_TEXT for text in texts)
        return round(words / WORDS_A_MINUTE + exercises * MINUTES_AN_EXERCISE)


LESSONS: tuple[Lesson, ...] = (
    Lesson(
        "05",
        "Everything becomes numbers",
        "What does a network see, when it can only see numbers?",
        "lesson_05_everything_becomes_numbers.py",
    ),
    Lesson(
        "06",
        "Measuring success: loss",
        "How do you tell a network, in one number, how wrong it is?",
        "lesson_06_measuring_success.py",
    ),
    Lesson(
        "07",
        "Gradient descent",
        "How do you find the way down when you cannot see the valley?",
        "lesson_07_gradient_descent.py",
        "data=moons&hidden=4&learning_rate=0.1&batch_size=10",
    ),
    Lesson(
        "08",
        "Backpropagation",
        "Who is to blame for the mistake, and by how much?",
        "lesson_08_backpropagation.py",
        "data=moons&hidden=3&activation=tanh&batch_size=10",
    ),
    Lesson(
        "09",
        "The training loop",
        "How does a network that knows nothing become one that knows?",
        "lesson_09_the_training_loop.py",
        "data=moons&samples=200&noise=0.1&hidden=4&activation=tanh",
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
    glassnet.base.errors.UnknownNameError: There is no lesson '42'. There are: 05 (Everything becomes numbers), 06 (Measuring success: loss), 07 (Gradient descent), 08 (Backpropagation), 09 (The training loop).
    """
    for lesson in LESSONS:
        if lesson.number == number.zfill(2):
            return lesson
    known = ", ".join(f"{lesson.number} ({lesson.title})" for lesson in LESSONS)
    raise UnknownNameError(f"There is no lesson {number!r}. There are: {known}.")
