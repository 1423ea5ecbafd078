"""The feedback on an answer."""

from dataclasses import dataclass
from typing import Any, ClassVar, Protocol


@dataclass(frozen=True)
class Verdict:
    """Whether an answer is right, and a sentence that explains why.

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
        """The question; `code`, *emphasis* and **strong emphasis** are written as in Markdown."""
        ...

    def describe(self) -> dict[str, Any]:
        """Return what a page needs to ask the question, as JSON, without the answer."""
        ...

    def check(self, answer: Any) -> Verdict:
        """Return the verdict on an answer."""
        ...
