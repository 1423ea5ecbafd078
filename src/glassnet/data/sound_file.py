"""Sound files as numbers: the one reader for folders of sounds and for the page."""

import io
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.data.file_kinds import unreadable_kind

FORMATS = ("WAV", "FLAC", "OGG", "MP3", "AIFF")
KINDS = (*FORMATS, "WAVEX")
RATES = (1000, 192_000)
MAX_CHANNELS = 8
FRAME = 1152
"""Samples in a frame of an MP3: its header may count one too many."""

MAX_PEAK = 2.0
"""The loudest that a decoder makes of a sound that ends at 1; beyond, the numbers are in another unit."""


class Sound(NamedTuple):
    """A sound of one channel.

    Fields:
        samples: (time,), the mean of its channels, between -1 and 1.
        rate: samples per second.
        channels: how many there were.
    """

    samples: Array
    rate: int
    channels: int


def read_samples(data: bytes, name: str, *, min_samples: int = 1, max_seconds: float | None = None) -> Sound:
    """Return the sound in a file's bytes.

    Arguments:
        data: the whole file, in one of `FORMATS`.
        name: what the file is called in messages.
        min_samples: how many samples it must have.
        max_seconds: how long it may be; None for any length.

    Raises:
        DataError: no sound, a damaged, cut off, too short or too long one, or one with numbers that no sound has.
    """
    import soundfile  # only sounds need it

    _check_end(data, name)
    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            _check_header(file, name, min_samples, max_seconds)
            promised, rate = int(file.frames), int(file.samplerate)
            samples = file.read(frames=promised, dtype="float32", always_2d=True)
    except DataError:
        raise
    except (soundfile.SoundFileError, OSError, ValueError, RuntimeError, MemoryError) as error:
        raise DataError(_unreadable(data, name, error)) from None
    if len(samples) < promised - FRAME:
        raise _cut_off(name)
    if not np.isfinite(samples).all():
        raise DataError(f"{name} contains samples that are NaN or infinite; export it again, or choose another file.")
    peak = float(np.abs(samples).max(initial=0.0))
    if peak > MAX_PEAK:
        raise DataError(f"{name} has samples up to {peak:g}, where -1 to 1 is expected; divide them by {peak:g}.")
    return Sound(np.clip(samples.mean(axis=1, dtype=np.float64), -1.0, 1.0), rate, samples.shape[1])


def _check_end(data: bytes, name: str) -> None:
    """Refuse a file that ends before its own header, or its last page, says so: the library would not notice."""
    chunk = {b"RIFF": "little", b"FORM": "big"}.get(data[:4])
    if chunk:
        promised = int.from_bytes(data[4:8], chunk)  # type: ignore[arg-type]
        if promised != 0xFFFFFFFF and promised + 8 > len(data) + 1:  # a stream's header does not know its end
            raise _cut_off(name)
    if data[:4] == b"OggS":
        last = data.rfind(b"OggS")
        if not data[last + 5 : last + 6] or not data[last + 5] & 4:
            raise _cut_off(name)


def _cut_off(name: str) -> DataError:
    return DataError(f"{name} is incomplete: it is shorter than its header says. Copy it again, or use another file.")


def _check_header(file: Any, name: str, min_samples: int, max_seconds: float | None) -> None:
    rate, frames = int(file.samplerate), int(file.frames)
    if file.format not in KINDS:
        raise DataError(f"{name} has the format {file.format}; choose a {_listed()} file.")
    if not RATES[0] <= rate <= RATES[1] or not 1 <= file.channels <= MAX_CHANNELS:
        channels = f"{file.channels} channel{'' if file.channels == 1 else 's'}"
        raise DataError(
            f"{name} has {rate:,} samples per second and {channels}; supported are "
            f"{RATES[0]:,} to {RATES[1]:,} samples per second and 1 to {MAX_CHANNELS} channels."
        )
    if max_seconds is not None and frames > max_seconds * rate:
        raise DataError(f"{name} lasts {_duration(frames / rate)}; the limit is {max_seconds:g} s. Shorten it first.")
    if frames < min_samples:
        raise DataError(f"{name} has {frames} samples; at least {min_samples} are needed.")


def _unreadable(data: bytes, name: str, error: Exception) -> str:
    found = unreadable_kind(data)
    if found is not None:
        _, kind, advice = found
        return f"{name} is {kind}, which can't be read here; {advice}."
    reason = getattr(error, "error_string", "").strip(" .\n") or "inconsistent contents"
    return f"{name} can't be read as a sound ({reason}); choose a {_listed()} file."


def _listed() -> str:
    return f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"


def _duration(seconds: float) -> str:
    """Return a length of time as one says it.

    >>> _duration(75.4), _duration(7380)
    ('1 min 15 s', '2 h 3 min')
    """
    whole = int(seconds)
    if whole >= 3600:
        return f"{whole // 3600:,} h {whole % 3600 // 60} min"
    return f"{whole // 60} min {whole % 60} s" if whole >= 60 else f"{seconds:.1f} s"
