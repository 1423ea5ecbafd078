"""Sound → waveform, the Python side: one request in, one reply out."""

from dataclasses import asdict
from pathlib import Path

import numpy as np
from scipy.signal import resample_poly

from glassnet.base.checks import number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.widgets.sound_to_waveform.builtin import BUILT_IN, built_in
from glassnet.widgets.sound_to_waveform.messages import (
    BITS,
    Listen,
    Playable,
    RateView,
    Sample,
    Sounds,
    SoundSettings,
    SoundsView,
    Spectrogram,
    SpectrogramReply,
    Wave,
    WaveReply,
)
from glassnet.widgets.sound_to_waveform.reading import FORMATS, MIN_SAMPLES, read_sound, read_sound_file
from glassnet.widgets.sound_to_waveform.source import Sampled, Source, sample
from glassnet.widgets.sound_to_waveform.spectrum import MAX_HERTZ, MIN_DB, spectrogram
from glassnet.widgets.sound_to_waveform.view import MAX_POINTS, line
from glassnet.widgets.uploads import MAX_BYTES, FileInPieces, Received, Upload
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.reading import read
from glassnet.widgets.wire.writing import floats

KEEP_EVERY = (1, 2, 3, 4, 6, 8, 12, 16, 24, 48)
MIN_RATE = 1000
RECORD_SECONDS = 10
OWN = "own"
FEW = 64
"""Up to this many samples in view are listed individually; if there are more, only those around the selected one."""

AROUND = 6

MIN_PLAYED_RATE = 8000
"""The minimum sample rate that browsers play; slower sounds are upsampled."""


class SoundSession(Session):
    """One reader's sounds: the built-in ones, and the last one that was read or recorded successfully.

    >>> request = {"id": 1, "kind": "wave", "sound": "tone", "keep_every": 6, "bits": 4, "filter_first": False}
    >>> head, _ = SoundSession().handle({**request, "begin": 0.1, "end": 0.105, "at": 0.1005})
    >>> head["rate"], head["at"]["place"], head["at"]["stored"], head["at"]["value"]
    (8000.0, 804, 5, 0.625)
    """

    def __init__(
        self, sound: str | Path = "vowel_a", keep_every: int = 1, bits: int = 16, filter_first: bool = False
    ) -> None:
        self._upload = FileInPieces()
        self._own: Source | None = None
        self._sampled: tuple[Source, SoundSettings, Sampled] | None = None
        if sound not in BUILT_IN:
            self._own, sound = _from_file(sound), OWN
        given = {"sound": sound, "keep_every": keep_every, "bits": bits, "filter_first": filter_first}
        self.settings = self._checked(read(SoundSettings, given, "settings"))

    @property
    def sampled(self) -> Sampled:
        """The sound, sampled with the current settings."""
        source, settings = self._source(self.settings.sound), self.settings
        if self._sampled is None or self._sampled[0] is not source or self._sampled[1] != settings:
            made = sample(source, settings.keep_every, settings.bits, settings.filter_first)
            self._sampled = (source, settings, made)
        return self._sampled[2]

    @answers
    def _sounds(self, _: Sounds) -> Answer[SoundsView]:
        view = SoundsView(
            sounds=tuple(Choice(name, words) for name, (words, _) in BUILT_IN.items()),
            bits=BITS,
            max_bytes=MAX_BYTES,
            record_seconds=RECORD_SECONDS,
            formats=tuple(name.lower() for name in FORMATS),
            own=self._own.words if self._own else None,
            settings=self.settings,
        )
        return Answer(view)

    @answers
    def _wave(self, request: Wave) -> Answer[WaveReply]:
        """Return a section of the sound: the curve as heard, the original curve, and one sample in numbers."""
        self.settings = self._checked(settings_of(request))
        source, sampled = self._source(self.settings.sound), self.sampled
        begin, end = _section(request, source)
        at = number("at", (begin + end) / 2 if request.at is None else request.at, minimum=0, maximum=source.seconds)
        first = int(np.ceil(begin * sampled.rate - 1e-9))
        last = min(int(np.floor(end * sampled.rate + 1e-9)) + 1, len(sampled.values))
        few = 0 < last - first <= FEW
        place = min(max(round(at * sampled.rate), first if few else 0), last - 1)
        listed = range(first, last) if few else range(place - AROUND, place + AROUND + 1)
        reply = WaveReply(
            **asdict(self.settings),
            words=source.words,
            seconds=source.seconds,
            rate=sampled.rate,
            rates=tuple(RateView(k, source.rate / k) for k in _choices(source)),
            source_rate=source.rate,
            count=len(sampled.values),
            bytes=-(-len(sampled.values) * self.settings.bits // 8),
            begin=begin,
            end=end,
            noise_db=None if sampled.noise_db is None else round(sampled.noise_db, 2),
            at=_one(sampled, place),
            few=few,
            listed=tuple(_one(sampled, one) for one in listed if 0 <= one < len(sampled.values)),
        )
        lines = [line(sampled.heard, source.rate, begin, end)]
        changed = self.settings.keep_every > 1 or self.settings.bits < BITS[1]
        if changed and (end - begin) * source.rate <= MAX_POINTS:
            lines.append(line(source.samples, source.rate, begin, end))
        return Answer(reply, [floats(part) for one in lines for part in one])

    @answers
    def _spectrogram(self, request: Spectrogram) -> Answer[SpectrogramReply]:
        self.settings = self._checked(settings_of(request))
        source, sampled = self._source(self.settings.sound), self.sampled
        picture = spectrogram(sampled.values, sampled.rate)
        reply = SpectrogramReply(
            seconds=source.seconds,
            rows=picture.decibels.shape[0],
            columns=picture.decibels.shape[1],
            top=picture.top,
            half_rate=sampled.rate / 2,
            axis_top=min(source.rate / 2, MAX_HERTZ),
            lowest_db=MIN_DB,
            window_seconds=picture.window / sampled.rate,
        )
        return Answer(reply, [floats(picture.decibels)])

    @answers
    def _listen(self, request: Listen) -> Answer[Playable]:
        """Return all samples for playback: as sampled, or the original."""
        self.settings = self._checked(settings_of(request))
        source = self._source(self.settings.sound)
        wave = source.samples if request.original else self.sampled.heard
        rate = source.rate
        if rate < MIN_PLAYED_RATE:
            times = -(-MIN_PLAYED_RATE // rate)
            wave, rate = resample_poly(wave, times, 1), rate * times
        return Answer(Playable(rate, source.seconds), [floats(np.clip(wave, -1.0, 1.0))])

    @answers
    def _take(self, request: Upload) -> Answer[Received]:
        whole = self._upload.take(request)
        if whole is None:
            return Answer(Received(self._upload.received, False))
        name, data = whole
        self._own = read_sound(data, name)
        return Answer(Received(len(data), True, self._own.words))

    def _checked(self, settings: SoundSettings) -> SoundSettings:
        """Return the settings if they are valid for their sound."""
        look_up("sound", settings.sound, {**BUILT_IN} | ({OWN: 1} if self._own else {}))
        source = self._source(settings.sound)
        if settings.keep_every not in _choices(source):
            allowed = ", ".join(map(str, _choices(source)))
            raise SettingError(f"keep_every must be one of {allowed} for {source.words}; got {settings.keep_every}.")
        return settings

    def _source(self, name: str) -> Source:
        return self._own if name == OWN and self._own else built_in(name)


def _choices(source: Source) -> list[int]:
    """Return the possible values of keep_every: the lowest rate must still be audible."""
    fits = [k for k in KEEP_EVERY if source.rate / k >= MIN_RATE and len(source.samples) >= k * MIN_SAMPLES]
    return fits or [1]


def settings_of(request: SoundSettings) -> SoundSettings:
    """Return the settings in a request, without its other fields."""
    return SoundSettings(request.sound, request.keep_every, request.bits, request.filter_first)


def _one(sampled: Sampled, place: int) -> Sample:
    return Sample(place, place / sampled.rate, float(sampled.values[place]), int(sampled.stored[place]))


def _section(request: Wave, source: Source) -> tuple[float, float]:
    begin = number("begin", request.begin, below=source.seconds)
    end = number("end", source.seconds if request.end is None else request.end, above=begin)
    return begin, min(end, source.seconds)


def _from_file(path: str | Path) -> Source:
    if not isinstance(path, str | Path):
        raise SettingError(f"sound must be the name of a built-in sound or the path of a file; got {path!r}.")
    if isinstance(path, str) and not Path(path).suffix:
        look_up("sound", path, BUILT_IN)
    return read_sound_file(path)
