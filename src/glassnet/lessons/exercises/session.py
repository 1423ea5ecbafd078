"""One exercise on a page: a request in, a reply out."""

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
        settings: for a goal, where the present settings are.

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
        """Record an answer, then judge it: a prediction stands in the book before its experiment runs."""
        if isinstance(self.exercise, CodeExercise):
            raise SettingError("Code is checked where it is written: open this lesson with glassnet edit.")
        if isinstance(self.exercise, GoalExercise) and self.settings is not None:
            answer = dict(self.settings())
        if isinstance(self.exercise, Prediction):
            self.exercise.ask.check(answer)  # what is no answer is refused before it is kept
            self.book.record(self.name, answer, None)
        verdict = self.exercise.check(answer)
        self.book.record(self.name, answer, verdict.right, verdict.message)

    def judge(self, function: Callable[..., Any], source: str) -> None:
        """Judge a function that the learner wrote; the same text again is no new try, nor is the untouched skeleton."""
        if not isinstance(self.exercise, CodeExercise):
            raise SettingError(f"Only code is judged; exercise {self.name} asks for an answer.")
        tries = self.book.tries(self.name)
        if (tries and tries[-1]["answer"] == source) or not self.exercise.tries_something(source):
            return
        verdict = self.exercise.check(function)
        self.book.record(self.name, source, verdict.right, verdict.message)

    def card(self) -> dict[str, Any]:
        """Return all that the page shows, as JSON."""
        return to_json(self._view())

    def _view(self) -> CardView:
        tries = self.book.tries(self.name)
        last = tries[-1] if tries else None
        described = self.exercise.describe()
        helped: dict[str, Any] = {"hints": [], "solution": None}
        if isinstance(self.exercise, CodeExercise):
            helped = self.exercise.help_after(sum(not entry["right"] for entry in tries))
        return CardView(
            name=self.name,
            exercise=described["kind"],
            **{name: value for name, value in described.items() if name != "kind"},
            tries=len(tries),
            answer=last["answer"] if last else None,
            right=last["right"] if last else None,
            message=last["message"] if last else "",
            trouble=self.book.trouble,
            **helped,
        )
