"""An exercise as a card in a notebook."""

import inspect
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import traitlets

from glassnet.lessons.exercises.book import Book, open_book
from glassnet.lessons.exercises.session import ExerciseSession
from glassnet.lessons.exercises.verdict import Exercise
from glassnet.widgets.host import HostedWidget


class Card(HostedWidget):
    """A self-checking exercise on a page that remembers the answers given.

    Arguments:
        exercise: the question.
        name: lesson and number, "06.3".
        book: where answers are kept; by default this machine's book.
        settings: for a goal, a function that returns the current settings.
        start: for code, the function that the learner begins with.

    Attributes:
        right: whether the latest answer is right; None until there is one.

    >>> from glassnet.lessons.exercises.number import NumberExercise
    >>> card = Card(NumberExercise("Half of 7?", 3.5, 0.01, "7 / 2.", "Divide by 2."), "06.1", Book(None))
    >>> card.answer({"id": 1, "kind": "answer", "answer": 14})[0]["message"], card.right
    ('Divide by 2.', False)
    """

    _page = "exercises"
    right = traitlets.Bool(allow_none=True, default_value=None).tag(sync=True)

    def __init__(
        self,
        exercise: Exercise,
        name: str,
        book: Book | None = None,
        settings: Callable[[], Mapping[str, Any]] | None = None,
        start: Callable[..., Any] | None = None,
    ) -> None:
        begin = "" if start is None else source_of(start)
        self.session = ExerciseSession(exercise, name, open_book() if book is None else book, settings, begin)
        super().__init__(right=self.session.card()["right"])

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return the head and the buffers of the reply to one request."""
        head, buffers = self.session.handle(request)
        self.right = self.session.card()["right"]
        return head, buffers

    def turn(self, request: object) -> AbstractContextManager[Any]:
        """Return whose turn a request waits for: a learner's code runs elsewhere, and holds nobody up here."""
        runs = isinstance(request, dict) and request.get("kind") == "run"
        return nullcontext() if runs else super().turn(request)

    def judge(self, function: Callable[..., Any]) -> "Card":
        """Judge a function that the learner wrote in this notebook, and return the card."""
        self.session.judge(function, inspect.getsource(function))
        self.right = self.session.card()["right"]
        return self


def source_of(function: Callable[..., Any]) -> str:
    """Return a function's source as it is shown to readers, without the notebook's mark."""
    return inspect.getsource(function).replace("@app.function\n", "").strip() + "\n"
