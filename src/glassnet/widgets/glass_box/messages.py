"""The messages of the glass box."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.explaining import ExplanationJson, ReferenceText, Terms
from glassnet.widgets.wire import Length, Limits, Reply, Request
from glassnet.widgets.wire.common import Place

MAX_POINTS = 300


@dataclass(frozen=True)
class Open(Request):
    """Return the network's parameters, and what it computes from the digit shown."""


@dataclass(frozen=True)
class Draw(Request):
    """Draw a line through points, each from 0 (left, top) to 1; no points clear the sheet; None just reads it again."""

    points: Annotated[tuple[Place, ...], Length(0, MAX_POINTS)] | None = None


@dataclass(frozen=True)
class Example(Request):
    """Show the next handwritten digit that the network has not learnt from."""


@dataclass(frozen=True)
class Explain(Request):
    """Explain a number of the digit shown, or of a step of the training before it."""

    reference: ReferenceText
    step: Annotated[int, Limits(0)]
    track: str = ""
    terms: Terms = None


@dataclass(frozen=True)
class Inside(Reply):
    """The network. Buffers: weights (64, hidden), biases (hidden), weights (hidden, 10), biases (10)."""

    step: int
    samples: int
    layers: tuple[str, ...]
    hidden: int
    parameters: int
    accuracy: float


@dataclass(frozen=True)
class Reading(Reply):
    """What the network makes of a digit.

    Buffers: pixels (64), sums and activations of the hidden neurons, sums and probabilities of the outputs.
    `truth` is what a digit of the data set is; None for a drawing. `sheet` is a picture as a data address.
    """

    answer: int
    sure: float
    truth: int | None
    empty: bool
    sheet: str


@dataclass(frozen=True)
class Explained(Reply):
    """A number's explanation."""

    explanation: ExplanationJson
