"""Exercises that check themselves: what was asked, what is right, and what to say to each wrong answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isclose

from glassnet.base.errors import SettingError


@dataclass(frozen=True)
class Verdict:
    """Whether an answer is right, and a sentence that says why."""

    right: bool
    message: str


@dataclass(frozen=True)
class NumberExercise:
    """A question whose answer is a number.

    Arguments:
        question: what is asked.
        answer: the right number.
        tolerance: how far off still counts as right.
        because: why it is right.
        hint: what to say to a wrong number that is not in `slips`.
        slips: wrong numbers that people arrive at, and what went wrong there.

    >>> halves = NumberExercise("What is half of 7?", 3.5, 0.01, "7 / 2 = 3.5.", "Divide by 2.", {14.0: "That is twice 7."})
    >>> halves.check(3.5).right, halves.check(14).message, halves.check(3).message
    (True, 'That is twice 7.', 'Divide by 2.')
    """

    question: str
    answer: float
    tolerance: float
    because: str
    hint: str
    slips: Mapping[float, str] = field(default_factory=dict)

    def check(self, answer: float) -> Verdict:
        """Return the verdict on a number."""
        if abs(answer - self.answer) <= self.tolerance:
            return Verdict(True, self.because)
        for slip, reason in self.slips.items():
            if isclose(answer, slip, abs_tol=self.tolerance):
                return Verdict(False, reason)
        return Verdict(False, self.hint)


@dataclass(frozen=True)
class ChoiceExercise:
    """A question with several answers to choose from.

    Arguments:
        question: what is asked.
        right: the right option.
        reasons: every option, in the order shown, with the reason why it is right or wrong.

    >>> ask = ChoiceExercise("Is 7 even?", "no", {"yes": "7 / 2 leaves 1.", "no": "7 = 2 · 3 + 1."})
    >>> ask.check("yes")
    Verdict(right=False, message='7 / 2 leaves 1.')
    """

    question: str
    right: str
    reasons: Mapping[str, str]

    def __post_init__(self) -> None:
        if self.right not in self.reasons:
            raise SettingError(f"right must be one of the options {', '.join(self.reasons)}; got {self.right!r}.")

    def check(self, option: str) -> Verdict:
        """Return the verdict on an option."""
        return Verdict(option == self.right, self.reasons[option])
