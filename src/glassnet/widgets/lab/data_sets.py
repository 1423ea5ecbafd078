"""The Lab's data: the points on the map, and the features that the network sees of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.errors import DataError, SettingError
from glassnet.base.random import stream
from glassnet.data import GENERATORS, Dataset
from glassnet.data.split import split

OWN = "own"
VALUE_SETS = ("plane", "bumps", "curve")
TITLES = {
    "moons": "Moons",
    "circle": "Circle",
    "xor": "XOR",
    "gaussians": "Gaussians",
    "spiral": "Spiral",
    "blobs": "Blobs",
    "checkerboard": "Checker\u00adboard",
    "plane": "Plane",
    "bumps": "Bumps",
    "curve": "Curve",
    OWN: "Your own",
}
"""Data sets with their titles: classes first, then values, then the reader's own points."""

MAX_CLASSES = 6
MAX_OWN = 500
MAX_POINTS_TEXT = 10_000
EDGE = 2.0
"""Points of one's own lie on the map, between −2 and 2."""

EXAMPLE = (
    "-1.2,0.8,0;-0.9,1.1,0;-0.5,0.7,0;-1.1,0.2,0;0.4,1.2,0;-1.4,-0.3,0;"
    "1.1,-0.6,1;0.8,-1.1,1;0.3,-0.8,1;1.2,0.1,1;-0.4,-1.2,1;1.4,-0.9,1"
)
"""Points of one's own to begin with."""

FEATURES: Mapping[str, tuple[str, Callable[[Array, Array], Array]]] = {
    "x1": ("x₁", lambda a, _: a),
    "x2": ("x₂", lambda _, b: b),
    "x1x1": ("x₁²", lambda a, _: a * a),
    "x2x2": ("x₂²", lambda _, b: b * b),
    "x1x2": ("x₁x₂", lambda a, b: a * b),
    "sin1": ("sin πx₁", lambda a, _: np.sin(np.pi * a)),
    "sin2": ("sin πx₂", lambda _, b: np.sin(np.pi * b)),
    "cos1": ("cos πx₁", lambda a, _: np.cos(np.pi * a)),
    "cos2": ("cos πx₂", lambda _, b: np.cos(np.pi * b)),
}
"""Label, and the feature of a point (x₁, x₂)."""

PLAIN_FEATURES = ("x1", "x2")
OF_FIRST = ("x1", "x1x1", "sin1", "cos1")
"""Features that don't depend on x₂: a curve has no other."""


class OwnPoints(NamedTuple):
    """Points typed, drawn or pasted by the reader: places (points, 2), and the class of each."""

    x: Array
    y: Array


def read_points(text: str) -> OwnPoints:
    """Return the points in a text: x₁, x₂ and class of each, separated by commas, the points by semicolons or lines.

    Raises:
        DataError: there are fewer than 2 or more than 500 points, or one can't be read; it is named.

    >>> read_points("0.5,-1,0; 1,1.25,1").x.tolist()
    [[0.5, -1.0], [1.0, 1.25]]
    >>> read_points("0.5,-1,0;1,a,1")
    Traceback (most recent call last):
    glassnet.base.errors.DataError: Point 2, '1,a,1', must be x₁, x₂ (from −2 to 2) and a class (0 to 5), such as \
0.5,−1,0.
    """
    rows = [row.strip() for row in text.replace("\n", ";").split(";") if row.strip()]
    if not 2 <= len(rows) <= MAX_OWN:
        raise DataError(f"Your own data need 2 to {MAX_OWN} points; got {len(rows)}.")
    points = [_point(place, row) for place, row in enumerate(rows, 1)]
    return OwnPoints(np.array([point[:2] for point in points]), np.array([int(point[2]) for point in points]))


def _point(place: int, row: str) -> tuple[float, float, int]:
    try:
        across, up, label = row.replace("−", "-").split(",")
        number("x₁", float(across), minimum=-EDGE, maximum=EDGE)
        number("x₂", float(up), minimum=-EDGE, maximum=EDGE)
        return float(across), float(up), whole_number("class", int(label), minimum=0, maximum=MAX_CLASSES - 1)
    except (ValueError, SettingError):
        raise DataError(
            f"Point {place}, {row[:60]!r}, must be x₁, x₂ (from −2 to 2) and a class (0 to 5), such as 0.5,−1,0."
        ) from None


def class_count(data: str, classes: int, points: str) -> int:
    """Return the number of classes of a data set; 0 if it has values to predict."""
    if data in VALUE_SETS:
        return 0
    if data == OWN:
        return max(2, 1 + int(read_points(points).y.max()))
    return classes if data == "blobs" else 2


def used_features(data: str, features: Sequence[str]) -> tuple[str, ...]:
    """Return the features that the network sees: for a curve, only those of x₁.

    >>> used_features("curve", ("x1", "x2")), used_features("curve", ("x2",)), used_features("xor", ("x1x2",))
    (('x1',), ('x1',), ('x1x2',))
    """
    if data != "curve":
        return tuple(features)
    return tuple(name for name in features if name in OF_FIRST) or ("x1",)


def make_features(names: Sequence[str], places: Array) -> Array:
    """Return features of places (samples, 2), shape (samples, features)."""
    columns = [FEATURES[name][1](places[:, 0], places[:, 1]) for name in names]
    return np.stack(columns, axis=1).astype(places.dtype)


def sample_points(
    data: str, *, samples: int, noise: float, test: float, seed: int, classes: int, points: str
) -> Dataset:
    """Return the data with the coordinates themselves as features."""
    if data == OWN:
        return _own_dataset(points, test, seed)
    more = {"classes": classes} if data == "blobs" else {}
    return GENERATORS[data](samples, noise=noise, seed=seed, validation=0.0, test=test, **more)


def with_features(dataset: Dataset, data: str, features: Sequence[str]) -> Dataset:
    """Return the data as the network sees them; unchanged if it sees the coordinates themselves."""
    names = used_features(data, features)
    if names == PLAIN_FEATURES[: dataset.x.shape[1]]:
        return dataset
    x = make_features(names, _in_plane(dataset.x))
    return replace(dataset, x=x, feature_names=tuple(FEATURES[name][0] for name in names), source={}, made=None)


def places(dataset: Dataset, data: str) -> Array:
    """Return where points stand on the map (samples, 2): a curve's have their value as height."""
    return np.column_stack([dataset.x, dataset.y]) if data == "curve" else dataset.x


def _in_plane(x: Array) -> Array:
    return x if x.shape[1] == 2 else np.column_stack([x, np.zeros(len(x))])


def _own_dataset(points: str, test: float, seed: int) -> Dataset:
    x, y = read_points(points)
    count = max(2, 1 + int(y.max()))
    parts = split(y, stream(seed).child(OWN), test=test)
    return Dataset("own points", x, y, parts, ("x₁", "x₂"), tuple(range(count)))
