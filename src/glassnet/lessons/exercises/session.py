"""One exercise on a page: handles requests and returns replies."""

from collections.abc import Callable, Mapping
from typing import Any

from glassnet.base.errors import SettingError
from glassnet.lessons.exercises.book import Book
from glassnet.lessons.exercises.code import CodeExercise
from glassnet.lessons.exercises.goal import GoalExercise
from glassnet.lessons.exercises.messages import CardView, GivenAnswer, Open
from glassnet.lessons.exercises.prediction import Prediction
from glassnet.lessons.exercises.verdict import Exercise
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import to_json


class ExerciseSession(Session):
    """One exercise with its book of answers.

    Requests are `{"id", "kind": "open"}` and `{"id", "kind": "answer", "answer": …}` (a goal takes its settings from
    `settings`, so it needs no answer). The reply is `{"id", "kind": "card", …}` or `{"id", "kind": "error", "message"}`.

    Arguments:
        exercise: the question.
        name: its name in the book, lesson and number: "06.3".
        book: where answers are kept.
        settings: for a goal, a function that returns the current settings.

    >>> from glassnet.lessons.exercises.number import NumberExercise
    >>> half = NumberExercise("Half of 7?", 3.5, 0.01, "7 / 2.", "Divide by 2.")
    >>> head, _ = ExerciseSession(half, "06.1", Book(None)).handle({"id": 1, "kind": "answer", "answer": 3.5})
    >>> head["right"], head["message"], head["tries"]
    (True, '7 / 2.', 1)
    """

    def __init__(
        self,
        exercise: Exercise,
        name: str,
        book: Book,
        settings: Callable[[], Mapping[str, Any]] | None = None,
    ) -> None:
        self.exercise, self.name, self.book, self.settings = exercise, name, book, settings

    @answers
    def _open(self, _: Open) -> Answer[CardView]:
        return Answer(self._view())

    @answers
    def _answer(self, asked: GivenAnswer) -> Answer[CardView]:
        self.answer(asked.answer)
        return Answer(self._view())

    def answer(self, answer: Any) -> None:
        """Record and judge an answer; a prediction is recorded before its experiment runs."""
        if isinstance(self.exercise, CodeExercise):
            raise SettingError(
                "Code can't be submitted on this page. Open the lesson with `glassnet edit` and write it there."
            )
        if isinstance(self.exercise, GoalExercise) and self.settings is not None:
            answer = dict(self.settings())
        if isinstance(self.exercise, Prediction):
            self.exercise.ask.check(answer)  # an invalid answer is refused before it is recorded
            self.book.record(self.name, answer, None)
        verdict = self.exercise.check(answer)
        self.book.record(self.name, answer, verdict.right, verdict.message)

    def judge(self, function: Callable[..., Any], source: str) -> None:
        """Judge a function that the learner wrote; unchanged source or an untouched skeleton doesn't count as a try."""
        if not isinstance(self.exercise, CodeExercise):
            raise SettingError(f"judge() is for code exercises only; exercise {self.name} needs an answer instead.")
        tries = self.book.tries(self.name)
        if (tries and tries[-1]["answer"] == source) or not self.exercise.differs_from_skeleton(source):
            return
        verdict = self.exercise.check(function)
        self.book.record(self.name, source, verdict.right, verdict.message)

    def card(self) -> dict[str, Any]:
        """Return everything the page shows, as JSON."""
        return to_json(self._view())

    def _view(self) -> CardView:
        tries = self.book.tries(self.name)
        last = tries[-1] if tries else None
        described = self.exercise.describe()
        help_shown: dict[str, Any] = {"hints": [], "solution": None}
        if isinstance(self.exercise, CodeExercise):
            help_shown = self.exercise.help_after(sum(not entry["right"] for entry in tries))
        return CardView(
            name=self.name,
            exercise=described["kind"],
            **{name: value for name, value in described.items() if name != "kind"},
            tries=len(tries),
            answer=last["answer"] if last else None,
            right=last["right"] if last else None,
            message=last["message"] if last else "",
            trouble=self.book.trouble,
            **help_shown,
        )
