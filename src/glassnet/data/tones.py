"""Short sounds made from sines: tones, chords, vowels."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.hinted import hinted
from glassnet.base.random import RandomStream, stream
from glassnet.data.dataset import Dataset
from glassnet.data.split import split

CLASSES = ("tone", "chord", "vowel")

VOWEL_FORMANTS = ((730.0, 1090.0), (270.0, 2290.0), (300.0, 870.0))
"""The two lowest resonances in hertz of a, i and u: men's averages of Peterson & Barney (1952)."""


@hinted
def tones(
    samples: int = 300,
    *,
    rate: int = 8000,
    seconds: float = 0.25,
    noise: float = 0.02,
    seed: int = 0,
    validation: float = 0.2,
    test: float = 0.0,
) -> Dataset:
    """Return sounds that are a single sine, a major or minor triad, or a sung vowel (a, i or u).

    Pitch and loudness are random, so that neither gives the class away.

    Arguments:
        samples: how many, divided evenly among the classes.
        rate: samples per second, at least 6000 (the vowels' resonances lie below 2,300 Hz).
        seconds: length of each sound.
        noise: standard deviation of the noise added.
        seed: the same seed gives the same sounds.
        validation, test: fractions held out.

    Returns:
        x (samples, time, 1), between −1 and 1.

    >>> data = tones(6, seconds=0.1)
    >>> data.x.shape, data.class_names, bool(abs(data.x).max() <= 1)
    ((6, 800, 1), ('tone', 'chord', 'vowel'), True)
    """
    whole_number("samples", samples, minimum=3, maximum=100_000)
    whole_number("rate", rate, minimum=6000, maximum=48_000)
    number("seconds", seconds, minimum=0.02, maximum=5)
    number("noise", noise, minimum=0)
    rng = stream(seed).child("tones")
    y = np.arange(samples) % len(CLASSES)
    time = np.arange(round(rate * seconds)) / rate
    draw = (_tone, _chord, _vowel)
    streams = [rng.child(place) for place in range(samples)]
    x = np.stack([_at_random_loudness(draw[c](own, time), own) for c, own in zip(y, streams, strict=True)])
    if noise:
        x = np.clip(x + rng.child("noise").normal(x.shape, 0.0, noise), -1.0, 1.0)
    settings = {"samples": samples, "rate": rate, "seconds": seconds, "noise": noise, "seed": seed}
    source = {"generator": "tones"} | settings | {"validation": validation, "test": test}
    parts = split(y, rng, validation=validation, test=test)
    return Dataset("tones", x[..., None].astype(np.float32), y, parts, (), CLASSES, source)


def _at_random_loudness(sound: Array, rng: RandomStream) -> Array:
    return sound / np.abs(sound).max() * rng.child("loudness").uniform((1,), 0.3, 0.9)[0]


def _pitch(rng: RandomStream) -> float:
    return float(110.0 * 2.0 ** rng.child("pitch").uniform((1,), 0.0, 1.5)[0])


def _tone(rng: RandomStream, time: Array) -> Array:
    return np.sin(2 * np.pi * (_pitch(rng) * time + rng.child("phase").uniform((1,))[0]))


def _chord(rng: RandomStream, time: Array) -> Array:
    third = (3, 4)[int(rng.child("third").integers(2, (1,))[0])]
    pitches = _pitch(rng) * 2.0 ** (np.array([0, third, 7]) / 12)
    phases = rng.child("phase").uniform((3,))
    return np.sin(2 * np.pi * (pitches * time[:, None] + phases)).sum(axis=1)


def _vowel(rng: RandomStream, time: Array) -> Array:
    """Harmonics of a pitch, each with a loudness given by the two resonances."""
    formants = VOWEL_FORMANTS[int(rng.child("vowel").integers(len(VOWEL_FORMANTS), (1,))[0])]
    harmonics = _pitch(rng) * np.arange(1, 30)
    harmonics = harmonics[harmonics < 2800.0]
    loudness = sum(1.0 / (1.0 + ((harmonics - formant) / 80.0) ** 2) for formant in formants)
    phases = rng.child("phase").uniform((len(harmonics),))
    return (loudness * np.sin(2 * np.pi * (harmonics * time[:, None] + phases))).sum(axis=1)
