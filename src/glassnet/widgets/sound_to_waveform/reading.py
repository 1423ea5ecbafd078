"""Sounds from untrusted files."""

import io
from math import gcd
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from scipy.signal import resample_poly

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.widgets.sound_to_waveform.source import Source
from glassnet.widgets.uploads import checked_size, plain_name, spaced

FORMATS = ("WAV", "FLAC", "OGG", "MP3", "AIFF")
KINDS = (*FORMATS, "WAVEX")
MAX_SECONDS = 20
MIN_SAMPLES = 64
RATES = (1000, 192_000)
MAX_CHANNELS = 8
KEPT_RATE = 48_000
"""Sounds with a higher sample rate are resampled to this one."""

FRAME = 1152
"""Samples in a frame of an MP3: its header may count one too many."""


def read_sound(data: bytes, name: str) -> Source:
    """Return the sound in a file's bytes: channels averaged, at most 48,000 samples per second.

    Arguments:
        data: the whole file, in one of `FORMATS`.
        name: the file's name in messages.

    Raises:
        DataError: not a sound; a damaged, too short or too long one; or one with samples that are NaN or infinite.
    """
    name = plain_name(name)
    _check_end(data, name)
    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            rate = _checked(file, name)
            promised = file.frames
            samples = file.read(frames=min(promised, MAX_SECONDS * rate), dtype="float32", always_2d=True)
    except DataError:
        raise
    except (soundfile.SoundFileError, OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "error_string", "").strip(" .\n") or "inconsistent contents"
        raise DataError(f"{name} can't be read as a sound ({reason}); choose a {_listed()} file.") from None
    if len(samples) < promised - FRAME:
        raise _cut_off(name)
    return _source(samples, rate, name)


def read_sound_file(path: str | Path) -> Source:
    """Return the sound in a file.

    >>> read_sound_file("nowhere.wav")
    Traceback (most recent call last):
    glassnet.base.errors.DataError: Can't open the sound nowhere.wav (No such file or directory); check its path.

    Raises:
        DataError: there is no such file, or it can't be read as a sound.
    """
    path = Path(path)
    try:
        checked_size(path.name, path.stat().st_size)
        data = path.read_bytes()
    except OSError as error:
        raise DataError(f"Can't open the sound {path} ({error.strerror or error}); check its path.") from None
    return read_sound(data, path.name)


def _check_end(data: bytes, name: str) -> None:
    """Reject a file that is shorter than its header or last page says: the library wouldn't notice."""
    chunk = {b"RIFF": "little", b"FORM": "big"}.get(data[:4])
    if chunk:
        promised = int.from_bytes(data[4:8], chunk)  # type: ignore[arg-type]
        if promised != 0xFFFFFFFF and promised + 8 > len(data) + 1:  # the header of a stream doesn't know its length
            raise _cut_off(name)
    if data[:4] == b"OggS":
        last = data.rfind(b"OggS")
        if not data[last + 5 : last + 6] or not data[last + 5] & 4:
            raise _cut_off(name)


def _cut_off(name: str) -> DataError:
    return DataError(f"{name} is incomplete: it is shorter than its header says. Copy it again, or use another file.")


def _checked(file: Any, name: str) -> int:
    """Return the rate of a sound that is short enough, by its header."""
    rate, frames = int(file.samplerate), int(file.frames)
    if file.format not in KINDS:
        raise DataError(f"{name} has the format {file.format}; choose a {_listed()} file.")
    if not RATES[0] <= rate <= RATES[1] or not 1 <= file.channels <= MAX_CHANNELS:
        channels = f"{file.channels} channel{'' if file.channels == 1 else 's'}"
        raise DataError(
            f"{name} has {rate:,} samples per second and {channels}; supported are "
            f"{RATES[0]:,} to {RATES[1]:,} samples per second and 1 to {MAX_CHANNELS} channels."
        )
    if frames > MAX_SECONDS * rate:
        raise DataError(f"{name} lasts {_duration(frames / rate)}; the limit is {MAX_SECONDS} s. Shorten it first.")
    if frames < MIN_SAMPLES:
        raise DataError(f"{name} has {frames} samples; at least {MIN_SAMPLES} are needed to see a sound.")
    return rate


def _source(samples: Array, rate: int, name: str) -> Source:
    if not np.isfinite(samples).all():
        raise DataError(f"{name} contains samples that are NaN or infinite; export it again, or choose another file.")
    mono = samples.mean(axis=1, dtype=np.float64)
    notes = [f"{spaced(rate)} samples per second"]
    if samples.shape[1] > 1:
        notes.append(f"mean of {samples.shape[1]} channels")
    if rate > KEPT_RATE:
        common = gcd(rate, KEPT_RATE)
        mono = resample_poly(mono, KEPT_RATE // common, rate // common)
        rate = KEPT_RATE
        notes.append(f"resampled to {spaced(KEPT_RATE)}")
    return Source(np.clip(mono, -1.0, 1.0), rate, f"{name}, {', '.join(notes)}")


def _listed() -> str:
    return f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"


def _duration(seconds: float) -> str:
    """Return a duration in words.

    >>> _duration(75.4), _duration(7380)
    ('1 min 15 s', '2 h 3 min')
    """
    whole = int(seconds)
    if whole >= 3600:
        return f"{whole // 3600:,} h {whole % 3600 // 60} min"
    return f"{whole // 60} min {whole % 60} s" if whole >= 60 else f"{seconds:.1f} s"
