"""A question answered before its experiment is run."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from glassnet.lessons.exercises.verdict import Exercise, Verdict


@dataclass(frozen=True, eq=False)
class Prediction:
    """Predict, then see: the experiment runs only after a prediction has been made; the verdict includes its result.

    Arguments:
        ask: the question, a number or a choice.
        run: runs the experiment and returns a sentence with its result.

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
        """The question."""
        return self.ask.question

    def describe(self) -> dict[str, Any]:
        """Return the question, marked as a prediction."""
        return {**self.ask.describe(), "prediction": True}

    def check(self, answer: Any) -> Verdict:
        """Run the experiment and return the verdict with its result."""
        verdict = self.ask.check(answer)
        return Verdict(verdict.right, f"{verdict.message} {self.run()}")
