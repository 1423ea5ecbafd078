"""A question that asks for things to be put in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from glassnet.base.errors import SettingError
from glassnet.lessons.exercises.verdict import Verdict


@dataclass(frozen=True)
class OrderExercise:
    """Things to be put in order; every order in which each thing follows what it depends on is right.

    Arguments:
        question: the question.
        steps: the things in a right order, each with the reason why it can't come earlier.
        shown: the same things in the order first shown.
        because: feedback for a right order.
        after: for each thing, what it must follow; by default, a thing must follow the one before it in `steps`, and so all
            of them. Give it for all things if more than one order is right; one that isn't listed may stand anywhere.

    >>> ask = OrderExercise("Dress!", {"socks": "", "shoes": "Socks go inside shoes."}, ("shoes", "socks"), "Well done.")
    >>> ask.check(["shoes", "socks"]), ask.check(["socks", "shoes"]).right
    (Verdict(right=False, message='“shoes” comes too early. Socks go inside shoes.'), True)
    >>> ask = OrderExercise("Dress!", {"socks": "", "hat": "", "shoes": "Socks go inside shoes."}, ("shoes", "hat", "socks"),
    ...                     "Well done.", after={"shoes": ("socks",)})
    >>> ask.check(["hat", "socks", "shoes"]).right, ask.check(["socks", "shoes", "hat"]).right
    (True, True)
    """

    kind: ClassVar[str] = "order"

    question: str
    steps: Mapping[str, str]
    shown: Sequence[str]
    because: str
    after: Mapping[str, Sequence[str]] | None = None

    def __post_init__(self) -> None:
        if sorted(self.shown) != sorted(self.steps):
            raise SettingError(f"shown must have the same {len(self.steps)} things as steps; got {list(self.shown)}.")
        names = list(self.steps)
        for thing, before in (self.after or {}).items():
            unknown = [name for name in (thing, *before) if name not in names]
            if unknown:
                raise SettingError(f"after names {unknown[0]!r}, which is not one of the things: {', '.join(names)}.")
        if self.too_early(names) is not None:
            raise SettingError(
                f"steps must be in an order that after allows; {self.too_early(names)!r} comes too early."
            )
        if self.too_early(self.shown) is None:
            raise SettingError("shown is already in a right order; shuffle it.")

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
        early = self.too_early(order)
        if early is None:
            return Verdict(True, self.because)
        return Verdict(False, f"“{early}” comes too early. {self.steps[early]}".strip())

    def too_early(self, order: Sequence[str]) -> str | None:
        """Return the first thing that stands before something it must follow; None if the order is right."""
        names = list(self.steps)
        chain = {name: names[:place] for place, name in enumerate(names)}
        before: Mapping[str, Sequence[str]] = chain if self.after is None else self.after
        placed = set[str]()
        for thing in order:
            if not placed.issuperset(before.get(thing, ())):
                return thing
            placed.add(thing)
        return None
