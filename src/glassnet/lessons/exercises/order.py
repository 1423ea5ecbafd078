"""A question that asks for things in their order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from glassnet.base.errors import SettingError
from glassnet.lessons.exercises.verdict import Verdict


@dataclass(frozen=True)
class OrderExercise:
    """Things to be put into order.

    Arguments:
        question: what is asked.
        steps: the things in their right order, each with the reason why it has to wait for the one before it.
        shown: the same things in the order in which they are first shown.
        because: what to say to the right order.

    >>> ask = OrderExercise("Dress!", {"socks": "", "shoes": "Socks go inside shoes."}, ("shoes", "socks"), "Well done.")
    >>> ask.check(["shoes", "socks"]), ask.check(["socks", "shoes"]).right
    (Verdict(right=False, message='Not “shoes” in place 1 yet. Socks go inside shoes.'), True)
    """

    kind: ClassVar[str] = "order"

    question: str
    steps: Mapping[str, str]
    shown: Sequence[str]
    because: str

    def __post_init__(self) -> None:
        if sorted(self.shown) != sorted(self.steps):
            raise SettingError(f"shown must hold the same {len(self.steps)} things as steps; got {list(self.shown)}.")
        if list(self.shown) == list(self.steps):
            raise SettingError("shown must not be the right order already; mix it.")

    def describe(self) -> dict[str, Any]:
        """Return the question and the things, mixed."""
        return {"kind": self.kind, "question": self.question, "options": list(self.shown)}

    def check(self, order: Sequence[str]) -> Verdict:
        """Return the verdict on an order: the first thing that comes too early is named.

        Raises:
            SettingError: these are not the things that were to be put into order.
        """
        if not isinstance(order, list | tuple) or sorted(map(str, order)) != sorted(self.steps):
            raise SettingError(f"An order holds each of the {len(self.steps)} things once; got {order!r}.")
        for place, (given, right) in enumerate(zip(order, self.steps, strict=True)):
            if given != right:
                return Verdict(False, f"Not “{given}” in place {place + 1} yet. {self.steps[given]}".strip())
        return Verdict(True, self.because)
