"""Requests and replies of an exercise card."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from glassnet.widgets.wire import MaxLength, Reply, Request

Place = tuple[float, float]
MAX_CODE = 20_000


@dataclass(frozen=True)
class Open(Request):
    """Show the card."""


@dataclass(frozen=True)
class GivenAnswer(Request):
    """Record and judge an answer; a goal takes its settings from elsewhere and needs none."""

    kind: ClassVar[str] = "answer"

    answer: Any = None


@dataclass(frozen=True)
class RunCode(Request):
    """Run and judge code; the key is the one that this server gave to its pages."""

    kind: ClassVar[str] = "run"

    code: Annotated[str, MaxLength(MAX_CODE)]
    key: str


@dataclass(frozen=True)
class CodeView:
    """How code is written for an exercise: on the page, in the notebook's cell above, or not here; and its last run."""

    where: Literal["page", "cell", "elsewhere"]
    start: str
    output: str
    line: int | None


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
    code: CodeView | None = None
