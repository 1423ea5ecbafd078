"""What the page of sound to waveform asks and is told."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Limits, Reply, Request
from glassnet.widgets.wire.common import Choice

BITS = (2, 16)


@dataclass(frozen=True)
class SoundSettings:
    """Which sound is shown, and how it is sampled."""

    sound: str
    keep_every: Annotated[int, Limits(1)] = 1
    bits: Annotated[int, Limits(*BITS)] = BITS[1]
    filter_first: bool = False


@dataclass(frozen=True)
class Sounds(Request):
    """What there is to choose from, and what is chosen."""


@dataclass(frozen=True)
class Wave(SoundSettings, Request):
    """A stretch of the sound, and the sample at one time."""

    begin: Annotated[float, Limits(0)] = 0.0
    end: float | None = None
    at: float | None = None


@dataclass(frozen=True)
class Spectrogram(SoundSettings, Request):
    """Which frequencies sound when."""


@dataclass(frozen=True)
class Listen(SoundSettings, Request):
    """All samples to be played: as sampled, or the original."""

    original: bool = False


@dataclass(frozen=True)
class SoundsView(Reply):
    """All choices, what a file may be, and the settings in force."""

    sounds: tuple[Choice, ...]
    bits: tuple[int, int]
    most_bytes: int
    record_seconds: int
    formats: tuple[str, ...]
    own: str | None
    settings: SoundSettings


@dataclass(frozen=True)
class Sample:
    """One sample: which, when, how far out, and the whole number that is stored."""

    place: int
    time: float
    value: float
    stored: int


@dataclass(frozen=True)
class RateView:
    """How many samples a second are left when only every nth is kept."""

    keep_every: int
    rate: float


@dataclass(frozen=True, kw_only=True)
class WaveReply(SoundSettings, Reply):
    """Buffers: times and values of what is heard; then, where they differ and few enough are in view, of the original.

    `few` says whether the samples in view are listed; else those around `at` are.
    """

    words: str
    seconds: float
    rate: float
    rates: tuple[RateView, ...]
    source_rate: int
    count: int
    bytes: int
    begin: float
    end: float
    noise_db: float | None
    at: Sample
    few: bool
    listed: tuple[Sample, ...]


@dataclass(frozen=True)
class SpectrogramReply(Reply):
    """Buffer: decibels, row by row."""

    seconds: float
    rows: int
    columns: int
    top: float
    half_rate: float
    axis_top: float
    lowest_db: float
    window_seconds: float


@dataclass(frozen=True)
class Playable(Reply):
    """Buffer: the samples."""

    rate: int
    seconds: float
