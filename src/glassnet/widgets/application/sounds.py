"""Sound: is it a tone, a chord or a vowel?"""

from dataclasses import dataclass, replace
from functools import cache
from math import gcd
from typing import Annotated

import numpy as np
from scipy.signal import resample_poly

from glassnet import Adam, Conv2D, Dataset, Dense, Flatten, MaxPool2D, Network, Recipe, Run
from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.base.random import stream
from glassnet.data.spectrograms import spectrograms
from glassnet.data.tones import CLASSES, tones
from glassnet.widgets.application.application import About
from glassnet.widgets.sound_to_waveform.reading import read_sound
from glassnet.widgets.uploads import FileInPieces, Received, Upload
from glassnet.widgets.wire import Answer, OneOf, Reply, Request
from glassnet.widgets.wire.writing import floats

RATE, SECONDS, BANDS = 8000, 0.25, 24
NOISE = 0.03
SILENT = 0.005
"""Recordings that are nowhere louder than this are silent."""
LOUDNESS = 0.6
OWN = "own"
CENTRE, SPREAD = -8.0, 3.0
"""What is subtracted from the logarithms, and what they are divided by: they lie between −14 and about 0."""


@dataclass(frozen=True)
class HearSound(Request):
    """Listen to a new sound of a kind, to the reader's own, or, with None, to the last sound again."""

    which: Annotated[str, OneOf("sound", (*CLASSES, OWN))] | None = None


@dataclass(frozen=True)
class SoundView(Reply):
    """A sound and what the network hears in it. Buffers: its samples; its spectrogram (time, bands); probabilities.

    The spectrogram goes from 0 (silence) to 1.
    """

    which: str
    rate: int
    windows: int
    bands: int
    classes: tuple[str, ...]
    answer: int


@cache
def _pictures() -> Dataset:
    """Return the spectrograms of 450 tones, chords and vowels, and of 90 whistles, which are tones too."""
    made = tones(450, noise=NOISE, seconds=SECONDS, rate=RATE)
    whistles = _whistles(90)
    added = len(made.x) + np.arange(len(whistles))
    parts = {**made.parts, "train": np.concatenate([made.parts["train"], added])}
    y = np.concatenate([made.y, np.full(len(whistles), CLASSES.index("tone"))])
    x = np.concatenate([made.x, whistles])
    sounds = Dataset("sounds", x, y, parts, (), CLASSES, {"rate": RATE})
    return _scaled(spectrograms(sounds, bands=BANDS))


def _whistles(count: int) -> Array:
    """Return tones from 300 to 2,400 hertz, higher than `tones` makes them, shape (count, time, 1)."""
    rng = stream(0).child("whistles")
    pitch, loudness = (
        rng.child("pitch").uniform((count, 1), 300, 2400),
        rng.child("loudness").uniform((count, 1), 0.3, 0.9),
    )
    time = np.arange(round(RATE * SECONDS)) / RATE
    clean = loudness * np.sin(2 * np.pi * pitch * time)
    return np.asarray(clean + rng.child("noise").normal(clean.shape, 0.0, NOISE), np.float32)[..., None]


def _scaled(pictures: Dataset) -> Dataset:
    return replace(pictures, x=(pictures.x - CENTRE) / SPREAD, source={})


class Sounds:
    """A small convolutional network on spectrograms."""

    about = About(
        title="Hears tones, chords and vowels",
        data="450 short sounds as pictures of their frequencies",
        network="4 filters of 3 × 3 points, pooling, 3 outputs: 967 numbers",
        turn="rounds",
        score="new sounds heard rightly",
        unit="%",
        ends=(0.0, 100.0),
    )
    turns = 40

    def __init__(self) -> None:
        network = Network([Conv2D(4, 3, activation="relu"), MaxPool2D(2), Flatten(), Dense(3, "softmax")])
        recipe = Recipe("sparse_categorical_cross_entropy", Adam(0.004), batch_size=36)
        self.run = Run(network, recipe, _pictures(), memory=0)
        self._upload = FileInPieces()
        self._own: Array | None = None
        self._made = 0
        self._which, self._samples = CLASSES[2], self._new(CLASSES[2])

    def train(self) -> None:
        """Make half a pass over the sounds."""
        self.run.advance(5)

    def score(self) -> float:
        """Return the percentage of held-out sounds that are heard rightly."""
        return 100 * float(self.run.evaluate("validation").accuracy or 0.0)

    def take(self, piece: Upload) -> Answer[Received]:
        """Take a piece of the reader's recording."""
        whole = self._upload.take(piece)
        if whole is None:
            return Answer(Received(self._upload.received, False))
        name, data = whole
        sound = read_sound(data, name)
        common = gcd(sound.rate, RATE)
        self._own = loudest(resample_poly(sound.samples, RATE // common, sound.rate // common))
        return Answer(Received(len(data), True, sound.words))

    def hear(self, request: HearSound) -> Answer[SoundView]:
        """Return a sound, its spectrogram, and what the network hears in it."""
        if request.which == OWN:
            if self._own is None:
                raise DataError("There is no recording yet: press Record, sing or whistle, and press it again.")
            self._which, self._samples = OWN, self._own
        elif request.which is not None:
            self._which, self._samples = request.which, self._new(request.which)
        x = _scaled(spectrograms(_alone(self._samples), bands=BANDS)).x
        chances = self.run.predict(x)[0]
        _, windows, bands, _ = x.shape
        view = SoundView(self._which, RATE, windows, bands, CLASSES, int(chances.argmax()))
        shown = np.clip((x[0, :, :, 0] * SPREAD + CENTRE + 14) / 14, 0.0, 1.0)
        return Answer(view, [floats(self._samples), floats(shown), floats(chances)])

    def _new(self, kind: str) -> Array:
        """Return a sound of a kind that nobody has heard yet."""
        self._made += 1
        made = tones(3, seconds=SECONDS, rate=RATE, noise=NOISE, seed=1000 + self._made, validation=0.0)
        return made.x[CLASSES.index(kind), :, 0]


def loudest(samples: Array) -> Array:
    """Return the loudest quarter of a second of a sound, at one loudness.

    Raises:
        DataError: the sound is shorter, or silent.

    >>> loud = loudest(np.concatenate([np.zeros(3000), 0.1 * np.sin(np.arange(2000.0))]))
    >>> loud.shape, round(float(abs(loud).max()), 2)
    ((2000,), 0.6)
    """
    length = round(RATE * SECONDS)
    if len(samples) < length:
        raise DataError(f"The recording is shorter than {SECONDS} seconds. Record again, and hold the tone.")
    energy = np.convolve(samples**2, np.ones(length), "valid")
    begin = int(energy.argmax())
    part = samples[begin : begin + length]
    if np.abs(part).max() < SILENT:
        raise DataError("The recording is silent. Is the right microphone switched on? Then record again.")
    return np.asarray(part / np.abs(part).max() * LOUDNESS, np.float32)


def _alone(samples: Array) -> Dataset:
    return Dataset("own sound", samples[None, :, None].astype("float32"), np.array([0]), source={"rate": RATE})
