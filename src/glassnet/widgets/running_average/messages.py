"""The messages of the running average."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.explaining import ExplanationJson, ReferenceText, Terms
from glassnet.widgets.running_average.series import SERIES
from glassnet.widgets.wire import Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Choice

MAX_BETA = 0.99

SeriesName = Annotated[str, OneOf("series", SERIES)]
Beta = Annotated[float, Limits(0, MAX_BETA)]


@dataclass(frozen=True)
class Open(Request):
    """List the series, and say how the page opens."""


@dataclass(frozen=True)
class Look(Request):
    """Average a series twice, with two values of β."""

    series: SeriesName
    betas: tuple[Beta, Beta]
    corrected: bool


@dataclass(frozen=True)
class Explain(Request):
    """Explain a number of the series shown; `track` says whose average: "first" or "second"."""

    reference: ReferenceText
    step: int = 0
    track: Annotated[str, OneOf("average", ("first", "second"))] = "first"
    terms: Terms = None


@dataclass(frozen=True)
class Opening(Reply):
    """The series to choose from, and the first settings."""

    series: tuple[Choice, ...]
    chosen: str
    betas: tuple[float, float]
    corrected: bool


@dataclass(frozen=True)
class AveragesView(Reply):
    """Buffers: the series; then for each β the average and the corrected average."""

    series: str
    words: str
    place: str
    unit: str
    betas: tuple[float, float]
    corrected: bool


@dataclass(frozen=True)
class Explained(Reply):
    """A number's explanation."""

    explanation: ExplanationJson
