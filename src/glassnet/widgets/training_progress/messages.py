"""What the page of training progress asks and is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.explaining import ExplanationJson, ReferenceText, Terms
from glassnet.widgets.wire import Limits, Reply, Request

LONGEST_BUDGET_MS = 60


@dataclass(frozen=True)
class Open(Request):
    """Where training stands."""


@dataclass(frozen=True)
class Advance(Request):
    """Train for that long, up to the end."""

    budget_ms: Annotated[float, Limits(1, LONGEST_BUDGET_MS)]


@dataclass(frozen=True)
class Rest(Request):
    """The reader has stopped training."""


@dataclass(frozen=True)
class Explain(Request):
    """Why a number is what it is; there is but one run, so that `track` is left aside."""

    reference: ReferenceText
    step: Annotated[int, Limits(0)]
    track: str = ""
    terms: Terms = None


@dataclass(frozen=True)
class NumberAt:
    """A number with the name and the step by which it is explained."""

    reference: str
    value: float | None
    step: int


@dataclass(frozen=True)
class Progress(Reply):
    """Buffer: a row for every epoch: its number, loss, validation loss and accuracy.

    `numbers` has "speed", "loss", "validation_loss" and "validation_accuracy", as far as they are known.
    """

    step: int
    steps: int
    epoch: int
    epochs: int
    seconds: float
    numbers: Mapping[str, NumberAt]
    done: bool


@dataclass(frozen=True)
class Explained(Reply):
    """A number's explanation."""

    explanation: ExplanationJson
    step: int
