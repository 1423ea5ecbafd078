"""Sound → waveform, the Python side: one request in, one reply out."""

from pathlib import Path
from typing import Any

import numpy as np
from scipy.signal import resample_poly

from glassnet.base.checks import number, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.widgets.asking import Fields, Reply, finite, floats, respond
from glassnet.widgets.sound_to_waveform.builtin import BUILT_IN, built_in
from glassnet.widgets.sound_to_waveform.reading import FEWEST_SAMPLES, FORMATS, read_sound, read_sound_file
from glassnet.widgets.sound_to_waveform.source import Sampled, Source, sample
from glassnet.widgets.sound_to_waveform.spectrum import LOWEST_DB, TOP_HERTZ, spectrogram
from glassnet.widgets.sound_to_waveform.view import MOST_POINTS, line
from glassnet.widgets.uploads import MOST_BYTES, Upload

KEEP_EVERY = (1, 2, 3, 4, 6, 8, 12, 16, 24, 48)
SLOWEST_RATE = 1000
BITS = (2, 16)
RECORD_SECONDS = 10
OWN = "own"
FEW = 64
"""So many samples in view are shown one by one, with their numbers; of more, those around the chosen one."""

AROUND = 6

SLOWEST_PLAYED = 8000
"""What browsers play at the least; slower sounds are filled in to so many samples a second."""


class SoundSession:
    """One reader's sounds: the built-in ones, and the one that was last read or recorded without a fault.

    >>> request = {"id": 1, "kind": "wave", "sound": "tone", "keep_every": 6, "bits": 4, "filter_first": False}
    >>> head, _ = SoundSession().handle({**request, "begin": 0.1, "end": 0.105, "at": 0.1005})
    >>> head["rate"], head["at"]["place"], head["at"]["stored"], head["at"]["value"]
    (8000.0, 804, 5, 0.625)
    """

    def __init__(self, sound: str = "vowel_a", keep_every: int = 1, bits: int = 16, filter_first: bool = False) -> None:
        self._upload = Upload()
        self._own: Source | None = None
        self._sampled: tuple[Source, dict[str, Any], Sampled] | None = None
        if sound not in BUILT_IN:
            self._own, sound = _from_file(sound), OWN
        wished = {"sound": sound, "keep_every": keep_every, "bits": bits, "filter_first": filter_first}
        self.settings = self._checked(wished)

    def handle(self, request: object) -> Reply:
        """Answer one request."""
        kinds = {
            "sounds": self._sounds,
            "wave": self._wave,
            "spectrogram": self._spectrogram,
            "listen": self._listen,
            "upload": self._take,
        }
        return respond(request, kinds)

    @property
    def sampled(self) -> Sampled:
        """The sound as it is set to be sampled."""
        source = self._source(self.settings["sound"])
        if self._sampled is None or self._sampled[0] is not source or self._sampled[1] != self.settings:
            chosen = {name: self.settings[name] for name in ("keep_every", "bits", "filter_first")}
            self._sampled = (source, self.settings, sample(source, **chosen))
        return self._sampled[2]

    def _sounds(self, _: Fields) -> Reply:
        head = {
            "sounds": [{"name": name, "label": words} for name, (words, _) in BUILT_IN.items()],
            "bits": list(BITS),
            "most_bytes": MOST_BYTES,
            "record_seconds": RECORD_SECONDS,
            "formats": [name.lower() for name in FORMATS],
            "own": self._own.words if self._own else None,
            "settings": self.settings,
        }
        return head, []

    def _wave(self, fields: Fields) -> Reply:
        """Tell of a stretch of the sound: its line as heard, its line as it was, and one sample in numbers."""
        self.settings = self._checked(fields)
        source, sampled = self._source(self.settings["sound"]), self.sampled
        begin, end = _stretch(fields, source)
        at = number("at", fields.get("at", (begin + end) / 2), minimum=0, maximum=source.seconds)
        first = int(np.ceil(begin * sampled.rate - 1e-9))
        last = min(int(np.floor(end * sampled.rate + 1e-9)) + 1, len(sampled.values))
        few = 0 < last - first <= FEW
        place = min(max(round(at * sampled.rate), first if few else 0), last - 1)
        listed = range(first, last) if few else range(place - AROUND, place + AROUND + 1)
        head = {
            **self.settings,
            "words": source.words,
            "seconds": source.seconds,
            "rate": sampled.rate,
            "rates": [{"keep_every": k, "rate": source.rate / k} for k in _choices(source)],
            "source_rate": source.rate,
            "count": len(sampled.values),
            "bytes": -(-len(sampled.values) * self.settings["bits"] // 8),
            "begin": begin,
            "end": end,
            "noise_db": None if sampled.noise_db is None else finite(round(sampled.noise_db, 2)),
            "at": _one(sampled, place),
            "few": few,
            "listed": [_one(sampled, one) for one in listed if 0 <= one < len(sampled.values)],
        }
        lines = [line(sampled.heard, source.rate, begin, end)]
        changed = self.settings["keep_every"] > 1 or self.settings["bits"] < BITS[1]
        if changed and (end - begin) * source.rate <= MOST_POINTS:
            lines.append(line(source.samples, source.rate, begin, end))
        return head, [floats(part) for one in lines for part in one]

    def _spectrogram(self, fields: Fields) -> Reply:
        self.settings = self._checked(fields)
        source, sampled = self._source(self.settings["sound"]), self.sampled
        picture = spectrogram(sampled.values, sampled.rate)
        head = {
            "seconds": source.seconds,
            "rows": picture.decibels.shape[0],
            "columns": picture.decibels.shape[1],
            "top": picture.top,
            "half_rate": sampled.rate / 2,
            "axis_top": min(source.rate / 2, TOP_HERTZ),
            "lowest_db": LOWEST_DB,
            "window_seconds": picture.window / sampled.rate,
        }
        return head, [floats(picture.decibels)]

    def _listen(self, fields: Fields) -> Reply:
        """Give all samples to be played: as sampled, or the original."""
        self.settings = self._checked(fields)
        source = self._source(self.settings["sound"])
        wave = source.samples if fields.get("original") else self.sampled.heard
        rate = source.rate
        if rate < SLOWEST_PLAYED:
            times = -(-SLOWEST_PLAYED // rate)
            wave, rate = resample_poly(wave, times, 1), rate * times
        return {"rate": rate, "seconds": source.seconds}, [floats(np.clip(wave, -1.0, 1.0))]

    def _take(self, fields: Fields) -> Reply:
        whole = self._upload.take(fields)
        if whole is None:
            return {"received": self._upload.received, "done": False}, []
        name, data = whole
        self._own = read_sound(data, name)
        return {"received": len(data), "done": True, "words": self._own.words}, []

    def _checked(self, fields: Fields) -> dict[str, Any]:
        """Return the settings in a request, all known and possible for the sound."""
        sound = str(fields.get("sound"))
        look_up("sound", sound, {**BUILT_IN} | ({OWN: 1} if self._own else {}))
        source = self._source(sound)
        keep_every = whole_number("keep_every", fields.get("keep_every", 1), minimum=1)
        if keep_every not in _choices(source):
            allowed = ", ".join(map(str, _choices(source)))
            raise SettingError(f"keep_every must be one of {allowed} for {source.words}; got {keep_every}.")
        bits = whole_number("bits", fields.get("bits", BITS[1]), minimum=BITS[0], maximum=BITS[1])
        filter_first = fields.get("filter_first", False)
        if not isinstance(filter_first, bool):
            raise SettingError(f"filter_first must be true or false; got {filter_first!r}.")
        return {"sound": sound, "keep_every": keep_every, "bits": bits, "filter_first": filter_first}

    def _source(self, name: str) -> Source:
        return self._own if name == OWN and self._own else built_in(name)


def _choices(source: Source) -> list[int]:
    """Return how many samples may be passed over: the slowest rate still makes a sound."""
    fits = [k for k in KEEP_EVERY if source.rate / k >= SLOWEST_RATE and len(source.samples) >= k * FEWEST_SAMPLES]
    return fits or [1]


def _one(sampled: Sampled, place: int) -> dict[str, Any]:
    value, stored = float(sampled.values[place]), int(sampled.stored[place])
    return {"place": place, "time": place / sampled.rate, "value": value, "stored": stored}


def _stretch(fields: Fields, source: Source) -> tuple[float, float]:
    begin = number("begin", fields.get("begin", 0.0), minimum=0, below=source.seconds)
    end = number("end", fields.get("end", source.seconds), above=begin)
    return begin, min(end, source.seconds)


def _from_file(path: str) -> Source:
    if not isinstance(path, str | Path):
        raise SettingError(f"sound must be a built-in sound's name or a file's path; got {path!r}.")
    if isinstance(path, str) and not Path(path).suffix:
        look_up("sound", path, BUILT_IN)
    return read_sound_file(path)
