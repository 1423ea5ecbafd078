"""The spectrogram of a sound."""

from typing import NamedTuple

import numpy as np
from scipy.signal import ShortTimeFFT
from scipy.signal.windows import hann

from glassnet.base.arrays import Array

WINDOW_SECONDS = 0.04
WINDOWS = (32, 2048)
MAX_COLUMNS = 240
MAX_ROWS = 160
MIN_DB = -90.0
MAX_HERTZ = 8000.0


class Spectrogram(NamedTuple):
    """The strength of every frequency over time.

    Fields:
        decibels: (frequencies, times); 0 is a full-scale sine, and everything below −90 is −90.
        top: the highest frequency in hertz: the upper edge of the last row.
        window: samples per window.
    """

    decibels: Array
    top: float
    window: int


def spectrogram(samples: Array, rate: float) -> Spectrogram:
    """Return the short-time Fourier transform's magnitudes up to half the rate, at most 8,000 Hz.

    If there are too many cells to show, neighbours are merged by taking the strongest.

    >>> tone = np.sin(2 * np.pi * 1000 * np.arange(8000) / 8000)
    >>> picture = spectrogram(tone, 8000)
    >>> row = picture.decibels[:, 40].argmax()
    >>> int(row * picture.top / len(picture.decibels)), abs(round(float(picture.decibels.max()), 1))
    (1000, 0.0)
    """
    window = int(np.clip(2 ** round(np.log2(rate * WINDOW_SECONDS)), *WINDOWS))
    window = min(window, 2 ** int(np.log2(len(samples))))
    transform = ShortTimeFFT(
        hann(window, sym=False), max(1, window // 4), rate, fft_mode="onesided2X", scale_to="magnitude"
    )
    strength = np.abs(transform.stft(samples, p0=0, p1=len(samples) // transform.hop + 1))
    top = min(rate / 2, MAX_HERTZ)
    rows = max(1, min(len(strength) - 1, round(top / (rate / window))))
    pooled = _strongest(_strongest(strength[:rows], MAX_ROWS), MAX_COLUMNS, axis=1)
    decibels = 20 * np.log10(np.maximum(pooled, 10 ** (MIN_DB / 20)))
    return Spectrogram(decibels, rows * rate / window, window)


def _strongest(cells: Array, most: int, axis: int = 0) -> Array:
    count = cells.shape[axis]
    if count <= most:
        return cells
    return np.maximum.reduceat(cells, np.arange(most) * count // most, axis=axis)
