"""One exercise on a page: handles requests and returns replies."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from glassnet.base.errors import SettingError
from glassnet.lessons.exercises.book import Book
from glassnet.lessons.exercises.code import CodeExercise
from glassnet.lessons.exercises.goal import GoalExercise
from glassnet.lessons.exercises.messages import CardView, CodeView, GivenAnswer, Open, RunCode
from glassnet.lessons.exercises.own_code.key import code_key, is_code_key
from glassnet.lessons.exercises.own_code.process import Ran, run_code
from glassnet.lessons.exercises.prediction import Prediction
from glassnet.lessons.exercises.verdict import Exercise
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import to_json

SHOWN = ("answer", "right", "message")
"""What the page shows of the last try."""
FUNCTION = re.compile(r"^def (\w+)\(", re.MULTILINE)


class ExerciseSession(Session):
    """One exercise with its book of answers.

    Requests are `{"id", "kind": "open"}`, `{"id", "kind": "answer", "answer": …}` (a goal takes its settings from
    `settings`, so it needs no answer) and `{"id", "kind": "run", "code", "key"}`. The reply is `{"id", "kind": "card", …}` or `{"id", "kind": "error", "message"}`.

    Arguments:
        exercise: the question.
        name: its name in the book, lesson and number: "06.3".
        book: where answers are kept.
        settings: for a goal, a function that returns the current settings.
        start: for code, what the learner begins with.

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
        start: str = "",
    ) -> None:
        self.exercise, self.name, self.book, self.settings, self.start = exercise, name, book, settings, start
        self._in_cell = False
        self._last = Ran((), "")
        self._told: dict[str, Any] | None = None

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

    @answers
    def _run(self, asked: RunCode) -> Answer[CardView]:
        self.run(asked.code, asked.key)
        return Answer(self._view())

    def run(self, code: str, key: str) -> None:
        """Run and judge code from the page; what can't be compiled, or is as it was, doesn't count as a try.

        Raises:
            SettingError: the key isn't this server's, or the exercise asks for something else.
        """
        if not is_code_key(key):
            raise SettingError("Code runs only on pages of the server that was started last. Reload the page.")
        exercise = self._code_exercise()
        self._last = run_code(code, function_name(self.start), exercise.cases, given=exercise.given)
        verdict = exercise.judge(self._last)
        try:
            is_a_try = exercise.differs_from_skeleton(code) and not self._is_last_try(code)
        except SyntaxError:
            is_a_try = False
        if is_a_try:
            self.book.record(self.name, code, verdict.right, verdict.message)
        self._told = {"answer": code, "right": verdict.right, "message": verdict.message}

    def judge(self, function: Callable[..., Any], source: str) -> None:
        """Judge a function of this notebook; unchanged source or an untouched skeleton doesn't count as a try."""
        exercise, self._in_cell = self._code_exercise(), True
        if self._is_last_try(source) or not exercise.differs_from_skeleton(source):
            return
        verdict = exercise.check(function)
        self.book.record(self.name, source, verdict.right, verdict.message)

    def _code_exercise(self) -> CodeExercise:
        if not isinstance(self.exercise, CodeExercise):
            raise SettingError(f"Exercise {self.name} doesn't ask for code; it needs an answer instead.")
        return self.exercise

    def _is_last_try(self, source: str) -> bool:
        tries = self.book.tries(self.name)
        return bool(tries) and tries[-1]["answer"] == source

    def card(self) -> dict[str, Any]:
        """Return everything the page shows, as JSON."""
        return to_json(self._view())

    def _view(self) -> CardView:
        tries = self.book.tries(self.name)
        last = tries[-1] if tries else None
        described = self.exercise.describe()
        if isinstance(self.exercise, CodeExercise):
            described |= self._code_view(self.exercise, sum(not entry["right"] for entry in tries))
        shown = {"answer": None, "right": None, "message": ""} | {name: last[name] for name in SHOWN if last}
        if self._told is not None:
            shown = self._told
        return CardView(
            name=self.name,
            exercise=described["kind"],
            **{"hints": (), "solution": None}
            | {name: value for name, value in described.items() if name != "kind"}
            | shown,
            tries=len(tries),
            trouble=self.book.trouble,
        )

    def _code_view(self, exercise: CodeExercise, failed: int) -> dict[str, Any]:
        """Return how code is written here, and the help that is due; where it can't run, there is the solution to read."""
        where: Literal["page", "cell", "elsewhere"] = "elsewhere"
        if self._in_cell:
            where = "cell"
        elif code_key() and self.start:
            where = "page"
        help_due = exercise.help_after(failed)
        if where == "elsewhere":
            help_due = {"hints": [], "solution": exercise.source}
        return {**help_due, "code": CodeView(where, self.start, self._last.output, self._last.line)}


def function_name(source: str) -> str:
    """Return the name of the last function that a source defines; "" if there is none.

    >>> function_name("def my_step(weight):\\n    return weight\\n")
    'my_step'
    """
    return (FUNCTION.findall(source) or [""])[-1]
