"""The messages of the perceptron by hand."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.explaining import ExplanationJson, ReferenceText, Terms
from glassnet.widgets.perceptron_by_hand.examples import EXAMPLES
from glassnet.widgets.wire import Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Choice, Named

MAX_WEIGHT = 1e4
MAX_POINTS = 1000

ExampleName = Annotated[str, OneOf("example", EXAMPLES)]
WeightValue = Annotated[float, Limits(-MAX_WEIGHT, MAX_WEIGHT)]
PointNumber = Annotated[int, Limits(0, MAX_POINTS)]


@dataclass(frozen=True)
class Open(Request):
    """List the examples, and say which one is shown first."""


@dataclass(frozen=True)
class Choose(Request):
    """Show an example."""

    example: ExampleName


@dataclass(frozen=True)
class Judge(Request):
    """Say which points these weights and this bias answer wrongly."""

    example: ExampleName
    weight: tuple[WeightValue, WeightValue]
    bias: WeightValue


@dataclass(frozen=True)
class Learn(Request):
    """Correct the weights and the bias by the next mistake, counted from a point on."""

    example: ExampleName
    weight: tuple[WeightValue, WeightValue]
    bias: WeightValue
    begin: PointNumber


@dataclass(frozen=True)
class Explain(Request):
    """Explain a number of the correction of one point, made with these weights and this bias."""

    example: ExampleName
    weight: tuple[WeightValue, WeightValue]
    bias: WeightValue
    point: PointNumber
    reference: ReferenceText
    terms: Terms = None


@dataclass(frozen=True)
class Opening(Reply):
    """All examples, and the one shown first."""

    examples: tuple[Choice, ...]
    example: str


@dataclass(frozen=True)
class ExampleView(Reply):
    """An example, and what it opens with. Buffers: x₁, x₂ and class of each point, point by point."""

    example: str
    x_label: str
    y_label: str
    no: str
    yes: str
    reach: tuple[float, float]
    weight: tuple[float, float]
    bias: float


@dataclass(frozen=True)
class Judged(Reply):
    """The numbers of the points answered wrongly, and how many are right."""

    weight: tuple[float, float]
    bias: float
    wrong: tuple[int, ...]
    right: int
    points: int


@dataclass(frozen=True)
class Learned(Reply):
    """A correction, number by number, and the points answered wrongly after it; without a mistake, `point` is None."""

    point: int | None
    numbers: tuple[Named, ...]
    weight: tuple[float, float]
    bias: float
    wrong: tuple[int, ...]
    right: int
    points: int


@dataclass(frozen=True)
class Explained(Reply):
    """An explanation."""

    explanation: ExplanationJson
