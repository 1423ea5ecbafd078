"""A sound in full, and after coarser sampling."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.signal import resample_poly

from glassnet.base.arrays import Array


@dataclass(frozen=True)
class Source:
    """A sound with one channel.

    Arguments:
        samples: (time,), between −1 and 1.
        rate: samples per second.
        words: what it is or where it is from, for the reader.
    """

    samples: Array
    rate: int
    words: str

    @property
    def seconds(self) -> float:
        """The duration."""
        return len(self.samples) / self.rate


class Sampled(NamedTuple):
    """A sound after sampling: the samples, the whole numbers they are stored as, and the resulting sound.

    Fields:
        values: (samples,), stored / 2^(bits − 1).
        stored: (samples,), whole numbers from −2^(bits − 1) to 2^(bits − 1) − 1.
        rate: samples per second.
        heard: the smooth curve through the samples, with the source's rate and length.
        noise_db: how far the rounding error is below the sound, in decibels; None if either is zero.
    """

    values: Array
    stored: Array
    rate: float
    heard: Array
    noise_db: float | None


def sample(source: Source, keep_every: int, bits: int, filter_first: bool) -> Sampled:
    """Keep every nth sample and round it to a number of bits.

    Without a filter, frequencies above half the new rate are aliased to lower ones that weren't in the sound.

    Arguments:
        source: the sound.
        keep_every: 1 keeps all samples, 2 every second one, and so on.
        bits: bits per sample.
        filter_first: whether to remove frequencies above half the new rate first.

    >>> coarse = sample(Source(np.array([0.0, 0.5, 0.9, 0.5]), 4, "four"), 2, 3, False)
    >>> coarse.values.tolist(), coarse.stored.tolist(), coarse.rate
    ([0.0, 0.75], [0.0, 3.0], 2.0)
    """
    slow = resample_poly(source.samples, 1, keep_every) if filter_first else source.samples[::keep_every]
    half = 2.0 ** (bits - 1)
    stored = np.clip(np.rint(slow * half), -half, half - 1) + 0.0
    values = stored / half
    heard = values if keep_every == 1 else resample_poly(values, keep_every, 1)[: len(source.samples)]
    power, error = float(np.mean(slow**2)), float(np.mean((values - slow) ** 2))
    noise_db = 10 * float(np.log10(power / error)) if power > 0 and error > 0 else None
    return Sampled(values, stored, source.rate / keep_every, heard, noise_db)
