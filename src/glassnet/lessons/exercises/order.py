"""A question that asks for things to be put in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from glassnet.base.errors import SettingError
from glassnet.lessons.exercises.verdict import Verdict


@dataclass(frozen=True)
class OrderExercise:
    """Things to be put in order.

    Arguments:
        question: the question.
        steps: the things in the right order, each with the reason why it can't come earlier.
        shown: the same things in the order first shown.
        because: feedback for the right order.

    >>> ask = OrderExercise("Dress!", {"socks": "", "shoes": "Socks go inside shoes."}, ("shoes", "socks"), "Well done.")
    >>> ask.check(["shoes", "socks"]), ask.check(["socks", "shoes"]).right
    (Verdict(right=False, message='“shoes” is not number 1. Socks go inside shoes.'), True)
    """

    kind: ClassVar[str] = "order"

    question: str
    steps: Mapping[str, str]
    shown: Sequence[str]
    because: str

    def __post_init__(self) -> None:
        if sorted(self.shown) != sorted(self.steps):
            raise SettingError(f"shown must have the same {len(self.steps)} things as steps; got {list(self.shown)}.")
        if list(self.shown) == list(self.steps):
            raise SettingError("shown is already in the right order; shuffle it.")

    def describe(self) -> dict[str, Any]:
        """Return the question and the shuffled things."""
        return {"kind": self.kind, "question": self.question, "options": list(self.shown)}

    def check(self, order: Sequence[str]) -> Verdict:
        """Return the verdict on an order; it names the first thing that comes too early.

        Raises:
            SettingError: these are not the things to be put in order.
        """
        if not isinstance(order, list | tuple) or sorted(map(str, order)) != sorted(self.steps):
            raise SettingError(f"An order must contain each of the {len(self.steps)} things once; got {order!r}.")
        for place, (given, right) in enumerate(zip(order, self.steps, strict=True)):
            if given != right:
                return Verdict(False, f"“{given}” is not number {place + 1}. {self.steps[given]}".strip())
        return Verdict(True, self.because)
