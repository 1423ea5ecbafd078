"""Sounds from untrusted files."""

from math import gcd
from pathlib import Path

import numpy as np
from scipy.signal import resample_poly

from glassnet.base.errors import DataError
from glassnet.data.sound_file import FORMATS as FORMATS
from glassnet.data.sound_file import read_samples
from glassnet.widgets.sound_to_waveform.source import Source
from glassnet.widgets.uploads import checked_size, plain_name, spaced

MAX_SECONDS = 20
MIN_SAMPLES = 64
KEPT_RATE = 48_000
"""Sounds with a higher sample rate are resampled to this one."""


def read_sound(data: bytes, name: str) -> Source:
    """Return the sound in a file's bytes: channels averaged, at most 48,000 samples per second.

    Arguments:
        data: the whole file, in one of `FORMATS`.
        name: the file's name in messages.

    Raises:
        DataError: not a sound; a damaged, too short or too long one; or one with samples that are NaN or infinite.
    """
    name = plain_name(name)
    mono, rate, channels = read_samples(data, name, min_samples=MIN_SAMPLES, max_seconds=MAX_SECONDS)
    notes = [f"{spaced(rate)} samples per second"]
    if channels > 1:
        notes.append(f"mean of {channels} channels")
    if rate > KEPT_RATE:
        common = gcd(rate, KEPT_RATE)
        mono = resample_poly(mono, KEPT_RATE // common, rate // common)
        rate = KEPT_RATE
        notes.append(f"resampled to {spaced(KEPT_RATE)}")
    return Source(np.clip(mono, -1.0, 1.0), rate, f"{name}, {', '.join(notes)}")


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
