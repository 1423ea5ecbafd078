"""Requests and replies of an exercise card."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from glassnet.widgets.wire import Reply, Request

Place = tuple[float, float]


@dataclass(frozen=True)
class Open(Request):
    """Show the card."""


@dataclass(frozen=True)
class GivenAnswer(Request):
    """Record and judge an answer; a goal takes its settings from elsewhere and needs none."""

    kind: ClassVar[str] = "answer"

    answer: Any = None


@dataclass(frozen=True)
class PictureView:
    """The plot on which a mark is dragged: curves and points between two axes."""

    x_range: Place
    y_range: Place
    x_label: str
    y_label: str
    curves: tuple[tuple[Place, ...], ...]
    points: tuple[Place, ...]


@dataclass(frozen=True)
class CardView(Reply):
    """Everything the page shows; fields of other kinds of exercise are left out."""

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
