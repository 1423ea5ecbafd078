"""Pictures to learn from: MNIST where its files are at hand, else drawn ones that are about as hard."""

import os
from pathlib import Path
from typing import Any

import numpy as np

import glassnet as gn
from glassnet.data.idx import read_idx

PICTURES = 6400
HELD_OUT = 640
"""Pictures that are looked at when an epoch ends."""
SPECTROGRAMS = 2112
MNIST = ("images-idx3-ubyte", "labels-idx1-ubyte")


def digits(count: int) -> gn.Dataset:
    """Return the first pictures of MNIST where GLASSNET_DATA names its folder, else pictures of that form."""
    folder = os.environ.get("GLASSNET_DATA")
    if folder:  # not through gn.data.mnist: all 70,000 as float32 would be what a contestant's memory is full of
        images, labels = (_first(Path(folder), name)[:count] for name in MNIST)
        return gn.Dataset("MNIST", images.reshape(count, -1).astype(np.float32) / 255, labels.astype(np.int64))
    x, y = strokes(count, 28, 28)
    return gn.Dataset("pictures of MNIST's form", x, y)


def missing_files() -> list[str]:
    """Return which of MNIST's files the folder that GLASSNET_DATA names lacks."""
    folder = os.environ.get("GLASSNET_DATA")
    return [path.name for name in MNIST if not (path := _file(Path(folder), name)).is_file()] if folder else []


def _first(folder: Path, name: str) -> Any:
    """Return the numbers of a file of MNIST's training part."""
    return read_idx(_file(folder, name))


def _file(folder: Path, name: str) -> Path:
    plain = folder / f"train-{name}"
    return plain if plain.is_file() else plain.with_name(f"{plain.name}.gz")


def spectrograms() -> gn.Dataset:
    """Return pictures of 61×64, the form of a second of speech: 61 moments, 64 pitches."""
    x, y = strokes(SPECTROGRAMS, 61, 64)
    return gn.Dataset("pictures of a spectrogram's form", x, y)


def strokes(count: int, height: int, width: int) -> tuple[Any, Any]:
    """Return pictures (count, height · width) and their classes 0 … 9.

    Every class has four strokes of its own. A picture shows them moved by up to a tenth of its size, each stroke faint
    or strong, among noise and one stroke of another class: so that no single pixel tells, as with handwriting.
    """
    rng = np.random.default_rng(0)
    y = rng.integers(0, 10, count)
    places = rng.uniform(0.2, 0.8, (10, 4, 4)) * (height, width, height, width)  # from and to, of each stroke
    rows, columns = np.mgrid[:height, :width]
    of_class = np.stack([[_stroke(rows, columns, *ends) for ends in each] for each in places])
    x = rng.random((count, height, width), dtype=np.float32) * 0.3
    moved = np.rint(rng.uniform(-0.1, 0.1, (count, 2)) * (height, width)).astype(int)
    strengths = rng.uniform(0.3, 1.0, (count, 5)).astype(np.float32)
    for i, label in enumerate(y):
        stranger = of_class[(label + rng.integers(1, 10)) % 10, rng.integers(4)]
        drawn = np.einsum("s,shw->hw", strengths[i], np.stack([*of_class[label], stranger]))
        x[i] += np.roll(drawn, moved[i], axis=(0, 1))
    return np.minimum(x, 1.0).reshape(count, -1), y


def _stroke(rows: Any, columns: Any, top: float, left: float, bottom: float, right: float) -> Any:
    """Return a line from one point to another, about two pixels wide."""
    down, across = bottom - top, right - left
    share = np.clip(((rows - top) * down + (columns - left) * across) / (down**2 + across**2 + 1e-9), 0, 1)
    distance = np.hypot(rows - top - share * down, columns - left - share * across)
    return np.exp(-(distance**2) / 2).astype(np.float32)
