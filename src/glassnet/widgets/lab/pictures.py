"""The Lab's images: the network's output and every unit's, as bytes."""

from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.data import Dataset
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.passes import forward
from glassnet.train import Plan, TrainingState
from glassnet.widgets.lab.choices import MANY, VALUES
from glassnet.widgets.lab.columns import bound_of, columns_of
from glassnet.widgets.lab.data_sets import PLAIN_FEATURES, make_features, places, used_features
from glassnet.widgets.lab.spec import LabSpec

DOMAIN = (-2.0, 2.0)
MAX_BYTE = 255
ZERO_BYTE = 128
STEPS_PER_SIDE = 127
CURVE_POINTS = 121


class Shown(NamedTuple):
    """What is shown: a state of training, under a plan, with the reader's settings."""

    plan: Plan
    state: TrainingState
    spec: LabSpec


def grid(size: int) -> Array:
    """Return the points under the pixels of an image, row by row from the top left, shape (size², 2).

    >>> grid(2).tolist()
    [[-2.0, 2.0], [2.0, 2.0], [-2.0, -2.0], [2.0, -2.0]]
    """
    axis = np.linspace(*DOMAIN, size, dtype=np.float32)
    return np.stack(np.meshgrid(axis, axis[::-1]), axis=-1).reshape(-1, 2)


def seen(spec: LabSpec, at: Array) -> Array:
    """Return what the network sees of places (samples, 2), shape (samples, features)."""
    names = used_features(spec.data, spec.features)
    return at if names == PLAIN_FEATURES else make_features(names, at)


def activations(shown: Shown, at: Array) -> list[Array]:
    """Return what each column gives at places (samples, 2): the features first, the output last."""
    plan, state = shown.plan, shown.state
    x = seen(shown.spec, at)
    with np.errstate(all="ignore"):
        _, tape, _ = forward(plan.network, state.params, state.layers, x, train=False, rng=plan.rng)
    values = [x, *(tape[column.result]["a"] for column in columns_of(plan.network))]
    values[-1] = _prediction(shown, values[-1])
    return values


def map_pictures(shown: Shown, output: Array) -> tuple[dict[str, bytes], float | None]:
    """Return the images of the output (samples, outputs) on a grid by name, and the value that 255 represents.

    For two classes, bytes run from 0 (surely class 0) to 255 (surely class 1). For more, "map" has how sure the
    network is of the class in "map_classes". For values, 128 is 0 and 255 the number returned.
    """
    if shown.spec.task == VALUES:
        scale = float(max(1.0, np.abs(np.nan_to_num(output)).max()))
        return {"map": _signed(output[:, 0], scale)}, scale
    sure = np.clip(np.nan_to_num(output, nan=0.5), 0.0, 1.0)
    if shown.spec.task == MANY:
        return {"map": _fraction(sure.max(axis=1)), "map_classes": sure.argmax(axis=1).astype(np.uint8).tobytes()}, None
    return {"map": _fraction(sure[:, 0])}, None


def curve(shown: Shown) -> bytes:
    """Return the output along x₁ as little-endian float32, from −2 to 2."""
    along = np.linspace(*DOMAIN, CURVE_POINTS, dtype=np.float32)
    at = np.stack([along, np.zeros_like(along)], axis=1)
    return activations(shown, at)[-1][:, 0].astype("<f4").tobytes()


def unit_pictures(shown: Shown, values: list[Array]) -> tuple[bytes, list[float]]:
    """Return an image per unit, and for each the activation that 255 represents (128 is 0, 1 is its negative).

    The scale of a bounded activation is its bound, so that images stay comparable; otherwise it is the
    largest absolute value in the image.
    """
    columns = columns_of(shown.plan.network)
    output = None if shown.spec.task == VALUES else 1.0
    bounds = [None, *(bound_of(column) for column in columns[:-1]), output]
    pictures, scales = [], []
    for of_column, bound in zip(values, bounds, strict=True):
        numbers = np.nan_to_num(of_column, nan=0.0)
        scale = np.abs(numbers).max(axis=0) if bound is None else np.full(numbers.shape[1], bound, np.float32)
        scale = np.where(scale > 0, scale, np.float32(1.0))
        bytes_ = np.rint(np.clip(numbers / scale, -1, 1) * np.float32(STEPS_PER_SIDE)) + ZERO_BYTE
        pictures.append(bytes_.T.astype(np.uint8).tobytes())
        scales += scale.tolist()
    return b"".join(pictures), scales


def weights(shown: Shown) -> bytes:
    """Return weight, then bias, of every column as little-endian float32."""
    params = shown.state.params
    names = [column.dense for column in columns_of(shown.plan.network)]
    return b"".join(params[name][part].astype("<f4").tobytes() for name in names for part in ("weight", "bias"))


def points(spec: LabSpec, dataset: Dataset) -> bytes:
    """Return place, target (a class or a value) and part (0 training, 1 test) of every point as float32.

    Arguments:
        dataset: the points with their coordinates as features.
    """
    part = np.zeros(len(dataset.x))
    part[dataset.parts["test"]] = 1
    target = dataset.y.reshape(len(dataset.y))
    return np.column_stack([places(dataset, spec.data), target, part]).astype("<f4").tobytes()


def _prediction(shown: Shown, output: Array) -> Array:
    link = shown.plan.recipe.loss.link
    return output if link == "linear" else ACTIVATIONS[link]().forward(output)


def _fraction(values: Array) -> bytes:
    return (values * MAX_BYTE + 0.5).astype(np.uint8).tobytes()


def _signed(values: Array, scale: float) -> bytes:
    shares = np.clip(np.nan_to_num(values / scale), -1, 1)
    return (np.rint(shares * STEPS_PER_SIDE) + ZERO_BYTE).astype(np.uint8).tobytes()
