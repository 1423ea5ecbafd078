"""Built-in sounds, synthesised from sines."""

from collections.abc import Callable, Mapping
from functools import cache

import numpy as np

from glassnet.base.arrays import Array
from glassnet.data.tones import VOWEL_FORMANTS
from glassnet.widgets.sound_to_waveform.source import Source

RATE = 48_000
SECONDS = 1.5
FADE_SECONDS = 0.01
LOUDNESS = 0.8
VOWEL_PITCH = 130.0


def _time() -> Array:
    return np.arange(round(RATE * SECONDS)) / RATE


def _tone() -> Array:
    return np.sin(2 * np.pi * 440.0 * _time())


def _chord() -> Array:
    pitches = 261.63 * 2.0 ** (np.array([0, 4, 7]) / 12)
    return np.sin(2 * np.pi * pitches * _time()[:, None]).sum(axis=1)


def _rising() -> Array:
    """A sine whose frequency rises linearly from 200 Hz to 7,000 Hz: the phase is the integral of the frequency."""
    time = _time()
    return np.sin(2 * np.pi * (200.0 * time + (7000.0 - 200.0) * time**2 / (2 * SECONDS)))


def _vowel(formants: tuple[float, float]) -> Array:
    """Harmonics of a pitch, with amplitudes shaped by two resonances."""
    harmonics = VOWEL_PITCH * np.arange(1, 28)
    loudness = np.sum([1.0 / (1.0 + ((harmonics - formant) / 80.0) ** 2) for formant in formants], axis=0)
    return (loudness * np.sin(2 * np.pi * harmonics * _time()[:, None])).sum(axis=1)


def _plucked() -> Array:
    """The envelope of a plucked string: a sharp attack, then decay."""
    return np.exp(-2.0 * _time())


def _sung() -> Array:
    """The envelope of a sung vowel: a slow attack and decay."""
    return np.sin(np.pi * _time() / SECONDS) ** 0.6


BUILT_IN: Mapping[str, tuple[str, Callable[[], Array]]] = {
    "vowel_a": ("the vowel a", lambda: _sung() * _vowel(VOWEL_FORMANTS[0])),
    "vowel_i": ("the vowel i", lambda: _sung() * _vowel(VOWEL_FORMANTS[1])),
    "vowel_u": ("the vowel u", lambda: _sung() * _vowel(VOWEL_FORMANTS[2])),
    "tone": ("a tone of 440 Hz", lambda: _plucked() * _tone()),
    "chord": ("a chord: C, E, G", lambda: _plucked() * _chord()),
    "rising": ("a tone rising from 200 to 7\u202f000 Hz", _rising),
}


@cache
def built_in(name: str) -> Source:
    """Return one of the built-in sounds, faded in and out so that it doesn't click.

    >>> sound = built_in("tone")
    >>> sound.rate, sound.seconds, round(float(abs(sound.samples).max()), 3)
    (48000, 1.5, 0.784)
    """
    words, make = BUILT_IN[name]
    wave = make()
    from_the_end = np.minimum(_time(), SECONDS - _time()) / FADE_SECONDS
    faded = wave / np.abs(wave).max() * np.clip(from_the_end, 0.0, 1.0)
    return Source(LOUDNESS * faded, RATE, words)
