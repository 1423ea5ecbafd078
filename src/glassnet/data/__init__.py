"""Data sets: generators, digits, MNIST, tables, images, sounds, text, time series; splitting, scaling, augmentation."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from glassnet.base.guesses import hint
from glassnet.data.augmentation import Augment, Augmentation, Elastic, Flip, Noise, Rotate, Shift, Zoom
from glassnet.data.csv_file import csv
from glassnet.data.dataset import Dataset, Samples
from glassnet.data.digits import digits
from glassnet.data.from_arrays import from_arrays
from glassnet.data.mnist import mnist
from glassnet.data.neighbours import neighbours
from glassnet.data.patterns import patterns
from glassnet.data.pictures import pictures
from glassnet.data.planar import PLANAR, circle, gaussians, moons, spiral, xor
from glassnet.data.planar_classes import blobs, checkerboard
from glassnet.data.planar_values import bumps, curve, plane
from glassnet.data.rows import encode
from glassnet.data.scaler import Scaler
from glassnet.data.scaling import scaled, unscaled
from glassnet.data.sentences import sentences
from glassnet.data.sounds import sounds
from glassnet.data.spectrograms import spectrograms
from glassnet.data.split import split
from glassnet.data.text import Vocabulary, bag_of_words, sequences, skip_gram_pairs
from glassnet.data.tokens import tokens
from glassnet.data.tones import tones
from glassnet.data.windows import windows

GENERATORS: dict[str, Callable[..., Dataset]] = {
    **PLANAR,
    "blobs": blobs,
    "checkerboard": checkerboard,
    "plane": plane,
    "bumps": bumps,
    "curve": curve,
    "digits": digits,
    "mnist": mnist,
    "patterns": patterns,
    "tones": tones,
}

__all__ = [
    "GENERATORS",
    "PLANAR",
    "Augment",
    "Augmentation",
    "Dataset",
    "Elastic",
    "Flip",
    "Noise",
    "Rotate",
    "Samples",
    "Scaler",
    "Shift",
    "Vocabulary",
    "Zoom",
    "bag_of_words",
    "blobs",
    "bumps",
    "checkerboard",
    "circle",
    "csv",
    "curve",
    "digits",
    "encode",
    "from_arrays",
    "gaussians",
    "mnist",
    "moons",
    "neighbours",
    "patterns",
    "pictures",
    "plane",
    "scaled",
    "sentences",
    "sequences",
    "skip_gram_pairs",
    "sounds",
    "spectrograms",
    "spiral",
    "split",
    "tokens",
    "tones",
    "unscaled",
    "windows",
    "xor",
]


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:  # a type checker would no longer notice unknown names

    def __getattr__(name):
        """Suggest the name that is meant."""
        known = [] if name.startswith("_") else __all__
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}.{hint(name, known)}", name=None, obj=None)
