"""Sounds as images: the energy of each frequency band over time."""

from dataclasses import replace

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.errors import DataError, SettingError
from glassnet.data.dataset import Dataset

MIN_ENERGY = 1e-6
"""Added before the logarithm: silence becomes ln 10⁻⁶ = −13.8 instead of −∞."""


@checked
def spectrograms(
    sounds: Dataset,
    *,
    rate: int | None = None,
    bands: int = 40,
    window: float = 0.032,
    hop: float = 0.016,
    lowest: float = 50.0,
    highest: float | None = None,
) -> Dataset:
    """Return the log-mel spectrograms of sounds: images that a convolutional network can read.

    cell = ln(Σ weight(f) · |STFT(t, f)|² + 10⁻⁶), with triangular bands that are equally wide on the mel scale,
    mel(f) = 2595 · log₁₀(1 + f / 700), which follows how we hear pitch (Davis & Mermelstein 1980; the formula is
    HTK's). The window is Hann's; magnitudes are scaled so that a full-scale sine has the energy 0.25 at its frequency.

    Arguments:
        sounds: x of shape (samples, time, 1), as `sounds` and `tones` return them.
        rate: samples per second; None if the data know it.
        bands: number of frequency bands.
        window: length of each window in seconds.
        hop: time between the starts of two windows in seconds.
        lowest, highest: the edges of the lowest and highest band in hertz; None means half the rate.

    Returns:
        x (samples, windows, bands, 1), float32; classes and parts stay.

    Raises:
        DataError: the data aren't sounds, are shorter than one window, or don't know their rate.
        SettingError: a number is out of range, or a band is too narrow for the window.

    >>> from glassnet.data.tones import tones
    >>> images = spectrograms(tones(6), bands=24)
    >>> images.x.shape, images.class_names
    ((6, 16, 24, 1), ('tone', 'chord', 'vowel'))
    """
    rate = _known_rate(sounds, rate)
    whole_number("bands", bands, minimum=2, maximum=256)
    number("lowest", lowest, minimum=0.0, below=rate / 2)
    highest = number("highest", rate / 2 if highest is None else highest, above=lowest, maximum=rate / 2)
    length, step = _samples_of("window", window, rate), _samples_of("hop", hop, rate)
    time = sounds.x.shape[1]
    if length > time:
        raise DataError(f"{sounds.name}: a window has {length:,} samples ({window:g} s), but a sound only {time:,}.")
    weights = mel_bands(np.fft.rfftfreq(length, 1 / rate), bands, lowest, highest)
    settings = {"rate": rate, "bands": bands, "window": window, "hop": hop, "lowest": lowest, "highest": highest}
    return replace(
        sounds,
        x=_log_energies(sounds.x[..., 0].astype(float), length, step, weights),
        feature_names=(),
        source={"spectrograms": settings, "from": dict(sounds.source)},
        made=None,
    )


def _log_energies(sounds: Array, length: int, step: int, weights: Array) -> Array:
    from scipy.signal import ShortTimeFFT  # only sounds need it
    from scipy.signal.windows import hann

    transform = ShortTimeFFT(hann(length, sym=False), step, 1.0, scale_to="magnitude")
    windows = -(-sounds.shape[1] // step)
    energies = [weights @ np.abs(transform.stft(sound, p0=0, p1=windows)) ** 2 for sound in sounds]
    return np.log(np.stack(energies).mT + MIN_ENERGY).astype(np.float32)[..., None]


def mel_bands(frequencies: Array, bands: int, lowest: float, highest: float) -> Array:
    """Return the weight of each frequency in each band, shape (bands, frequencies): triangles that overlap by half.

    Arguments:
        frequencies: in hertz, ascending from 0.
        bands: how many.
        lowest, highest: where the first triangle begins and the last one ends, in hertz.

    Raises:
        SettingError: a band contains none of the frequencies.

    >>> mel_bands(np.array([0.0, 500.0, 1000.0, 1500.0, 2000.0]), 2, 0.0, 2000.0).round(2).tolist()
    [[0.0, 0.84, 0.03, 0.0, 0.0], [0.0, 0.16, 0.97, 0.51, 0.0]]
    """
    edges = _hertz(np.linspace(_mel(lowest), _mel(highest), bands + 2))
    left, peak, right = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    weights = np.clip(np.minimum((frequencies - left) / (peak - left), (right - frequencies) / (right - peak)), 0, None)
    empty = np.flatnonzero(~weights.any(axis=1))
    if empty.size:
        raise SettingError(
            f"Band {empty[0] + 1} of {bands} has no frequency in it: they are {frequencies[1]:.0f} Hz apart; "
            "use fewer bands or a longer window."
        )
    return weights


def _known_rate(sounds: Dataset, rate: int | None) -> int:
    if sounds.x.ndim != 3 or sounds.x.shape[-1] != 1:
        raise DataError(f"{sounds.name}: sounds have the shape (samples, time, 1); got {sounds.x.shape}.")
    known = sounds.source.get("rate") if rate is None else rate
    if known is None:
        raise DataError(f"{sounds.name} doesn't say how many samples a second it has; use rate=8000, for example.")
    return whole_number("rate", known, minimum=100, maximum=192_000)


def _samples_of(name: str, seconds: float, rate: int) -> int:
    samples = round(number(name, seconds, above=0, maximum=10) * rate)
    if samples < 2:
        raise SettingError(f"{name} must be at least two samples, {2 / rate:g} s at {rate:,} Hz; got {seconds:g} s.")
    return samples


def _mel(hertz: float) -> float:
    return float(2595.0 * np.log10(1.0 + hertz / 700.0))


def _hertz(mel: Array) -> Array:
    return 700.0 * (10.0 ** (mel / 2595.0) - 1.0)
