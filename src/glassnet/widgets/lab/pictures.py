"""The Lab's images: the network's output and every unit's, as bytes."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.trees import leaves
from glassnet.data import Dataset
from glassnet.nn.forward import forward
from glassnet.run import Run

DOMAIN = (-2.0, 2.0)
MAX_BYTE = 255
ZERO_BYTE = 128
STEPS_PER_SIDE = 127


def grid(size: int) -> Array:
    """Return the points under the pixels of an image, row by row from the top left, shape (size², 2).

    >>> grid(2).tolist()
    [[-2.0, 2.0], [2.0, 2.0], [-2.0, -2.0], [2.0, -2.0]]
    """
    axis = np.linspace(*DOMAIN, size, dtype=np.float32)
    return np.stack(np.meshgrid(axis, axis[::-1]), axis=-1).reshape(-1, 2)


def activations(run: Run, x: Array) -> list[Array]:
    """Return what every layer computes for points x (samples, 2): the inputs first, the output last."""
    plan, state = run.plan, run.state
    with np.errstate(all="ignore"):
        _, tape, _ = forward(plan.network, state.params, state.layers, x, train=False, rng=plan.rng)
    return [x, *(parts["a"] for parts in tape.values())]


def map_picture(run: Run, points: Array) -> bytes:
    """Return the output at every point of a grid as bytes from 0 (surely class 0) to 255 (surely class 1)."""
    output = np.nan_to_num(activations(run, points)[-1][:, 0], nan=0.5)
    return (output * MAX_BYTE + 0.5).astype(np.uint8).tobytes()


def unit_pictures(run: Run, points: Array) -> tuple[bytes, list[float]]:
    """Return an image per unit, and for each the activation that 255 represents (128 is 0, 1 is its negative).

    The scale of a bounded activation is its bound, so that images stay comparable; otherwise it is the
    largest absolute value in the image.
    """
    bounds = [DOMAIN[1], *(_bound(layer.activation) for layer in run.network.layers)]  # type: ignore[attr-defined]
    pictures, scales = [], []
    for values, bound in zip(activations(run, points), bounds, strict=True):
        values = np.nan_to_num(values, nan=0.0)
        scale = np.abs(values).max(axis=0) if bound is None else np.full(values.shape[1], bound, np.float32)
        scale = np.where(scale > 0, scale, np.float32(1.0))
        bytes_ = np.rint(values / scale * np.float32(STEPS_PER_SIDE)) + ZERO_BYTE
        pictures.append(bytes_.T.astype(np.uint8).tobytes())
        scales += scale.tolist()
    return b"".join(pictures), scales


def weights(run: Run) -> bytes:
    """Return weight, then bias, of every layer as little-endian float32."""
    return b"".join(values.astype("<f4", copy=False).tobytes() for _, values in leaves(run.state.params))


def points(dataset: Dataset) -> bytes:
    """Return x₁, x₂, class and part (0 training, 1 test) of every point as little-endian float32."""
    part = np.zeros(len(dataset.x))
    part[dataset.parts["test"]] = 1
    return np.column_stack([dataset.x, dataset.y, part]).astype("<f4").tobytes()


def _bound(activation: object) -> float | None:
    bounds = getattr(activation, "bounds", (-np.inf, np.inf))
    return float(max(map(abs, bounds))) if np.isfinite(bounds).all() else None
