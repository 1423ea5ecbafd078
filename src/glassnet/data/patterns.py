"""Tiny colour images: stripes, a plain colour, spots."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.hinted import hinted
from glassnet.base.random import RandomStream, stream
from glassnet.data.dataset import Dataset
from glassnet.data.split import split

CLASSES = ("stripes", "plain", "spots")


@hinted
def patterns(
    samples: int = 300,
    *,
    size: int = 32,
    noise: float = 0.05,
    seed: int = 0,
    validation: float = 0.2,
    test: float = 0.0,
) -> Dataset:
    """Return colour images with stripes, in one plain colour, or with round spots.

    The colours, the direction and width of the stripes, and the positions and sizes of the spots are random: only the
    pattern gives the class away, never the colours.

    Arguments:
        samples: how many, divided evenly among the classes.
        size: pixels per side.
        noise: standard deviation of the noise added to every channel.
        seed: the same seed gives the same images.
        validation, test: fractions held out.

    Returns:
        x (samples, size, size, 3), numbers from 0 to 1.

    >>> data = patterns(9, size=16)
    >>> data.x.shape, data.class_names, bool(data.x.min() >= 0 and data.x.max() <= 1)
    ((9, 16, 16, 3), ('stripes', 'plain', 'spots'), True)
    """
    whole_number("samples", samples, minimum=3, maximum=100_000)
    whole_number("size", size, minimum=8, maximum=256)
    number("noise", noise, minimum=0)
    rng = stream(seed).child("patterns")
    y = np.arange(samples) % len(CLASSES)
    draw = (_stripes, _plain, _spots)
    streams = [rng.child(place) for place in range(samples)]
    x = np.stack([_coloured(draw[c](own, size), own) for c, own in zip(y, streams, strict=True)])
    if noise:
        x = np.clip(x + rng.child("noise").normal(x.shape, 0.0, noise), 0.0, 1.0)
    settings = {"samples": samples, "size": size, "noise": noise, "seed": seed, "validation": validation, "test": test}
    parts = split(y, rng, validation=validation, test=test)
    return Dataset("patterns", x.astype(np.float32), y, parts, (), CLASSES, {"generator": "patterns"} | settings)


def _coloured(mask: Array, rng: RandomStream) -> Array:
    """Return the image (size, size, 3) of a mask: two colours that differ clearly in brightness."""
    dark, bright = rng.child("dark").uniform((3,), 0.0, 0.45), rng.child("bright").uniform((3,), 0.55, 1.0)
    if rng.child("swap").uniform((1,))[0] < 0.5:
        dark, bright = bright, dark
    return dark + mask[..., None] * (bright - dark)


def _grid(size: int) -> tuple[Array, Array]:
    middle = np.arange(size) - (size - 1) / 2
    return middle[:, None], middle[None, :]


def _stripes(rng: RandomStream, size: int) -> Array:
    row, column = _grid(size)
    angle, phase = rng.child("angle").uniform((2,), 0.0, np.pi)
    width = rng.child("width").uniform((1,), size / 8, size / 4)[0]
    return (np.sin(2 * np.pi * (np.cos(angle) * row + np.sin(angle) * column) / width + 2 * phase) > 0).astype(float)


def _plain(_: RandomStream, size: int) -> Array:
    return np.zeros((size, size))


def _spots(rng: RandomStream, size: int) -> Array:
    row, column = _grid(size)
    count = 4 + int(rng.child("count").integers(5, (1,))[0])
    places = rng.child("places").uniform((count, 2), -size / 2, size / 2)
    radii = rng.child("radii").uniform((count,), size / 16, size / 7)
    discs = [(row - y) ** 2 + (column - x) ** 2 < radius**2 for (y, x), radius in zip(places, radii, strict=True)]
    return np.any(discs, axis=0).astype(float)
