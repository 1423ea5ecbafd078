"""A question that is answered before its experiment is run."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from glassnet.lessons.exercises.verdict import Exercise, Verdict


@dataclass(frozen=True, eq=False)
class Prediction:
    """Predict, then see: the experiment runs only when a prediction has been made, and its result is told with the verdict.

    Arguments:
        ask: the question, a number or a choice.
        run: makes the experiment and returns a sentence with what it showed.

    >>> from glassnet.lessons.exercises.choice import ChoiceExercise
    >>> coin = ChoiceExercise("Will 0.1 + 0.2 == 0.3?", "no", {"yes": "Binary fractions round.", "no": "They round."})
    >>> Prediction(coin, lambda: f"Seen: {0.1 + 0.2 == 0.3}.").check("no").message
    'They round. Seen: False.'
    """

    kind: ClassVar[str] = "prediction"

    ask: Exercise
    run: Callable[[], str]

    @property
    def question(self) -> str:
        """What is asked."""
        return self.ask.question

    def describe(self) -> dict[str, Any]:
        """Return the question, marked as a prediction."""
        return {**self.ask.describe(), "prediction": True}

    def check(self, answer: Any) -> Verdict:
        """Run the experiment, and return the verdict with what it showed."""
        verdict = self.ask.check(answer)
        return Verdict(verdict.right, f"{verdict.message} {self.run()}")
