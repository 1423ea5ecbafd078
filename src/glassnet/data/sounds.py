"""Folders of sound files."""

from dataclasses import replace
from math import gcd
from pathlib import Path

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.data.dataset import Dataset
from glassnet.data.folders import read_folders
from glassnet.data.sound_file import read_samples

ENDINGS = (".wav", ".flac", ".ogg", ".aiff", ".aif", ".mp3")


@checked
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

    Channels are averaged, the rate is changed with a filter against aliasing, and every sound is cut to, or filled
    with silence up to, the same length; `report` counts both. Files that can't be read are left out, with a warning
    that counts them and a `report` that says why, class by class. Subfolders called train, validation and test, with
    the classes inside, mean parts.

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
    data = read_folders(
        folder,
        lambda path: read_sound(path, rate, length),
        ENDINGS,
        medium="sound",
        sample_bytes=length * 4,
        seed=seed,
        validation=validation,
        test=test,
    )
    return replace(data, source=dict(data.source) | {"rate": rate})


def read_sound(path: Path, rate: int, length: int) -> tuple[Array, str]:
    """Return one sound (length, 1), float32, at `rate` samples per second, and "shortened" or "padded" where it was.

    Raises:
        DataError: it can't be read, is empty or cut off, or contains numbers that no sound has.
    """
    from scipy.signal import resample_poly  # only sounds need it

    mono, known_rate, _ = read_samples(path.read_bytes(), path.name)
    needed = -(-length * known_rate // rate) + known_rate // 10  # a little more, for the filter's edge
    common = gcd(rate, known_rate)
    first = mono[:needed]
    resampled = first if rate == known_rate else resample_poly(first, rate // common, known_rate // common)
    cut = np.clip(resampled[:length], -1.0, 1.0)
    own = -(-len(mono) * rate // known_rate)
    change = "shortened" if own > length else "padded" if own < length else ""
    return np.pad(cut, (0, length - len(cut))).astype(np.float32)[:, None], change
