"""What an exercise says to an answer."""

from dataclasses import dataclass
from typing import Any, ClassVar, Protocol


@dataclass(frozen=True)
class Verdict:
    """Whether an answer is right, and a sentence that says why.

    >>> Verdict(True, "7 / 2 = 3.5.")
    Verdict(right=True, message='7 / 2 = 3.5.')
    """

    right: bool
    message: str


class Exercise(Protocol):
    """A question that judges its own answers."""

    kind: ClassVar[str]

    @property
    def question(self) -> str:
        """What is asked; `code`, *stress* and **more stress** are marked as in Markdown."""
        ...

    def describe(self) -> dict[str, Any]:
        """Return what a page needs to ask the question, as JSON; never the answer."""
        ...

    def check(self, answer: Any) -> Verdict:
        """Return the verdict on an answer."""
        ...
