"""A question whose answer is a number."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from glassnet.base.checks import number
from glassnet.lessons.exercises.verdict import Verdict


@dataclass(frozen=True)
class NumberExercise:
    """A question whose answer is a number, right within a tolerance.

    Arguments:
        question: the question.
        answer: the right number.
        tolerance: how far off an answer may be.
        because: why it is right.
        hint: feedback for a wrong number that is not in `slips`.
        slips: likely wrong numbers, and what went wrong.

    >>> halves = NumberExercise("What is half of 7?", 3.5, 0.01, "7 / 2 = 3.5.", "Divide by 2.", {14.0: "That is twice 7."})
    >>> halves.check(3.5).right, halves.check(14).message, halves.check(3).message
    (True, 'That is twice 7.', 'Divide by 2.')
    """

    kind: ClassVar[str] = "number"

    question: str
    answer: float
    tolerance: float
    because: str
    hint: str
    slips: Mapping[float, str] = field(default_factory=dict)

    def describe(self) -> dict[str, Any]:
        """Return the question."""
        return {"kind": self.kind, "question": self.question}

    def check(self, answer: float) -> Verdict:
        """Return the verdict on a number.

        Raises:
            SettingError: the answer is not a finite number.
        """
        given = number("The answer", answer)
        if abs(given - self.answer) <= self.tolerance:
            return Verdict(True, self.because)
        for slip, reason in self.slips.items():
            if abs(given - slip) <= self.tolerance:
                return Verdict(False, reason)
        return Verdict(False, self.hint)
