"""Folders of sound files."""

from math import gcd
from pathlib import Path

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.errors import DataError
from glassnet.data.dataset import Dataset
from glassnet.data.folders import read_folders

ENDINGS = (".wav", ".flac", ".ogg", ".aiff", ".aif", ".mp3")


def sounds(
    folder: str | Path,
    *,
    rate: int = 8000,
    seconds: float = 1.0,
    seed: int = 0,
    validation: float = 0.2,
    test: float = 0.0,
) -> Dataset:
    """Return the sounds in a folder, one subfolder per class, as one channel between −1 and 1.

    Channels are averaged, the sample rate is changed with an anti-aliasing filter, and every sound is cut to the same
    length or padded with silence. Files that are damaged are skipped, with a warning that counts them.

    Arguments:
        folder: where the subfolders are.
        rate: samples per second.
        seconds: length of every sound.
        seed, validation, test: what is held out.

    Returns:
        x (samples, time, 1).

    Raises:
        DataError: there is no folder, or it has fewer than two classes, or no readable files.
    """
    whole_number("rate", rate, minimum=100, maximum=192_000)
    number("seconds", seconds, above=0, maximum=600)
    length = max(1, round(rate * seconds))
    return read_folders(
        folder,
        lambda path: read_sound(path, rate, length),
        ENDINGS,
        what="sounds",
        sample_bytes=length * 4,
        seed=seed,
        validation=validation,
        test=test,
    )


def read_sound(path: Path, rate: int, length: int) -> Array:
    """Return one sound (length, 1), float32, at `rate` samples per second.

    Raises:
        DataError: soundfile can't read it, it is empty, or it contains NaN or infinite numbers.
    """
    import soundfile  # only sounds need it
    from scipy.signal import resample_poly  # only sounds need it

    try:
        with soundfile.SoundFile(path) as file:
            known_rate = file.samplerate
            needed = -(-length * known_rate // rate) + known_rate // 10  # a little extra for the edge of the filter
            samples = file.read(frames=min(needed, file.frames), dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError, ValueError) as error:
        raise DataError(f"can't be read as sound ({error})") from None
    if not len(samples) or not np.isfinite(samples).all():
        raise DataError("the sound is empty, or contains NaN or infinite numbers")
    mono, common = samples.mean(axis=1), gcd(rate, known_rate)
    resampled = mono if rate == known_rate else resample_poly(mono, rate // common, known_rate // common)
    cut = resampled[:length]
    return np.pad(cut, (0, length - len(cut))).astype(np.float32)[:, None]
