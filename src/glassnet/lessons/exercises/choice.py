"""A multiple-choice question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.lessons.exercises.verdict import Verdict


@dataclass(frozen=True)
class ChoiceExercise:
    """A multiple-choice question; every option has its own explanation.

    Arguments:
        question: the question.
        right: the right option.
        reasons: every option, in the order shown, and why it is right or wrong.

    >>> ask = ChoiceExercise("Is 7 even?", "no", {"yes": "7 / 2 leaves 1.", "no": "7 = 2 · 3 + 1."})
    >>> ask.check("yes")
    Verdict(right=False, message='7 / 2 leaves 1.')
    """

    kind: ClassVar[str] = "choice"

    question: str
    right: str
    reasons: Mapping[str, str]

    def __post_init__(self) -> None:
        if self.right not in self.reasons:
            raise SettingError(f"right must be one of the options {', '.join(self.reasons)}; got {self.right!r}.")

    def describe(self) -> dict[str, Any]:
        """Return the question and its options."""
        return {"kind": self.kind, "question": self.question, "options": list(self.reasons)}

    def check(self, option: str) -> Verdict:
        """Return the verdict on an option.

        Raises:
            UnknownNameError: there is no such option.
        """
        reason = look_up("answer", str(option), self.reasons)
        return Verdict(option == self.right, reason)
