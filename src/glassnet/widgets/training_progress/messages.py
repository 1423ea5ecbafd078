"""The messages of the training-progress widget."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.explaining import ExplanationJson, ReferenceText, Terms
from glassnet.widgets.wire import Limits, Reply, Request

MAX_BUDGET_MS = 60


@dataclass(frozen=True)
class Open(Request):
    """Show the current progress."""


@dataclass(frozen=True)
class Advance(Request):
    """Train for `budget_ms`, at most up to the end."""

    budget_ms: Annotated[float, Limits(1, MAX_BUDGET_MS)]


@dataclass(frozen=True)
class Rest(Request):
    """The reader has stopped training."""


@dataclass(frozen=True)
class Explain(Request):
    """Explain a number; there is only one run, so `track` is ignored."""

    reference: ReferenceText
    step: Annotated[int, Limits(0)]
    track: str = ""
    terms: Terms = None


@dataclass(frozen=True)
class NumberAt:
    """A number with the reference and the step that explain it."""

    reference: str
    value: float | None
    step: int


@dataclass(frozen=True)
class Progress(Reply):
    """Buffer: a row for every epoch: its number, loss, validation loss and accuracy.

    `numbers` has "speed", "loss", "validation_loss" and "validation_accuracy", if they are known.
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
