"""The messages of the sound-to-waveform widget."""

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
    """List the choices, and what is chosen."""


@dataclass(frozen=True)
class Wave(SoundSettings, Request):
    """Return a section of the sound, and the sample at one time."""

    begin: Annotated[float, Limits(0)] = 0.0
    end: float | None = None
    at: float | None = None


@dataclass(frozen=True)
class Spectrogram(SoundSettings, Request):
    """Return the spectrogram."""


@dataclass(frozen=True)
class Listen(SoundSettings, Request):
    """Return all samples for playback: as sampled, or the original."""

    original: bool = False


@dataclass(frozen=True)
class SoundsView(Reply):
    """All choices, the accepted files, and the settings in force."""

    sounds: tuple[Choice, ...]
    bits: tuple[int, int]
    max_bytes: int
    record_seconds: int
    formats: tuple[str, ...]
    own: str | None
    settings: SoundSettings


@dataclass(frozen=True)
class Sample:
    """One sample: index, time, value, and the whole number that is stored."""

    place: int
    time: float
    value: float
    stored: int


@dataclass(frozen=True)
class RateView:
    """The sample rate when only every nth sample is kept."""

    keep_every: int
    rate: float


@dataclass(frozen=True, kw_only=True)
class WaveReply(SoundSettings, Reply):
    """Buffers: times and values of what is heard; then, if different and short enough, of the original.

    `few` says whether `listed` has the samples in view; otherwise it has those around `at`.
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
