"""What an exercise's page asks and is told."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from glassnet.widgets.wire import Reply, Request

Place = tuple[float, float]


@dataclass(frozen=True)
class Open(Request):
    """Show the card."""


@dataclass(frozen=True)
class GivenAnswer(Request):
    """Record and judge an answer; a goal takes its settings from elsewhere, so that it needs none."""

    kind: ClassVar[str] = "answer"

    answer: Any = None


@dataclass(frozen=True)
class PictureView:
    """What a mark is dragged on: curves and points between two axes."""

    x_range: Place
    y_range: Place
    x_label: str
    y_label: str
    curves: tuple[tuple[Place, ...], ...]
    points: tuple[Place, ...]


@dataclass(frozen=True)
class CardView(Reply):
    """All that the page shows; each kind of exercise has fields of its own, the others are left out."""

    kind: ClassVar[str] = "card"

    name: str
    exercise: Literal["number", "choice", "order", "place", "goal", "code"]
    question: str
    tries: int
    answer: Any
    right: bool | None
    message: str
    trouble: str
    hints: tuple[str, ...]
    solution: str | None
    prediction: bool | None = None
    options: tuple[str, ...] | None = None
    rules: tuple[str, ...] | None = None
    picture: PictureView | None = None
    start: Place | None = None
