"""Input attribution, what in the input a prediction depends on: saliency, occlusion and Grad-CAM."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import array_of_numbers, number, whole_number
from glassnet.base.errors import ShapeError
from glassnet.base.registry import look_up
from glassnet.nn.passes import backward, forward
from glassnet.train import Plan, TrainingState
from glassnet.train.evaluate import checked_features


def saliency(plan: Plan, state: TrainingState, x: Array, output: int) -> Array:
    """Return d output / d x: how sensitive one output of the network is to each number of its input.

    Simonyan, Vedaldi & Zisserman (2014), without their absolute value. The network runs in prediction mode.

    Arguments:
        plan, state: the network and its parameters.
        x: features, shape (samples, …).
        output: which output, along the last axis.

    Returns:
        The derivatives, in the shape of x.

    >>> import glassnet as gn
    >>> run = gn.Run(gn.Network([gn.Dense(1)]), gn.Recipe("mean_squared_error"), gn.data.moons(60, seed=1))
    >>> slopes = saliency(run.plan, run.state, run.dataset.x[:2], 0)
    >>> bool((slopes == run.parameters()["dense_1"]["weight"][:, 0]).all())
    True
    """
    x = checked_features(plan, x, "saliency")
    prediction, tape, _ = forward(plan.network, state.params, state.layers, x, train=False, rng=plan.rng)
    _check_output(prediction, output)
    d_output = np.zeros_like(prediction)
    d_output[..., output] = 1.0
    slopes, _ = backward(plan.network, state.params, tape, d_output, need_d_x=True)
    return slopes


def occlusion(
    plan: Plan, state: TrainingState, picture: Array, output: int, *, size: int = 3, fill: float = 0.0
) -> Array:
    """Return how much an output falls when a square around each pixel of an image is covered up.

    Zeiler & Fergus (2014), section 4.2.

    Arguments:
        plan, state: the network and its parameters.
        picture: an image, shape (height, width, channels).
        output: which output, along the last axis.
        size: side of the square in pixels, odd.
        fill: the value it is covered with.

    Returns:
        The falls, shape (height, width); positive where the output depends on what was covered.
    """
    picture = array_of_numbers("picture", picture)
    number("fill", fill)
    if picture.ndim != 3:
        raise ShapeError(
            f"occlusion needs an image of shape (height, width, channels); got an array of shape {picture.shape}."
        )
    whole_number("size", size, minimum=1)
    checked_features(plan, picture[None], "occlusion")
    height, width, _ = picture.shape
    reach = size // 2
    covered = np.repeat(np.asarray(picture)[None].astype(plan.recipe.dtype), height * width, axis=0)
    for place in range(height * width):
        row, column = divmod(place, width)
        covered[place, max(row - reach, 0) : row + reach + 1, max(column - reach, 0) : column + reach + 1] = fill
    whole, falls = (_output(plan, state, x, output) for x in (np.asarray(picture)[None], covered))
    return (whole[0] - falls).reshape(height, width)


def grad_cam(plan: Plan, state: TrainingState, x: Array, output: int, layer: str) -> Array:
    """Return which places of a layer's maps an output depends on: max(0, Σ over maps of mean slope · map).

    Selvaraju et al. (2017), "Grad-CAM", equations 1 and 2.

    Arguments:
        plan, state: the network and its parameters.
        x: images, shape (samples, height, width, channels).
        output: which output, along the last axis.
        layer: a layer whose output has maps, such as the last convolution, "conv2d_2".

    Returns:
        Shape (samples, height, width) of the layer's maps.

    Raises:
        ShapeError: the layer's output has no maps.
    """
    names = plan.network.names
    look_up("layer", layer, dict.fromkeys(names))
    seen: dict[str, Any] = {}

    def keep(name: str, way: str, parts: Any) -> None:
        if way == "backward":
            seen[name] = parts

    x = checked_features(plan, x, "grad_cam")
    prediction, tape, _ = forward(plan.network, state.params, state.layers, x, train=False, rng=plan.rng)
    _check_output(prediction, output)
    d_output = np.zeros_like(prediction)
    d_output[..., output] = 1.0
    backward(plan.network, state.params, tape, d_output, need_d_x=True, record=keep)
    after = names[names.index(layer) + 1 :]
    slopes = seen[after[0]]["d_x"] if after else d_output
    maps = tape[layer].get("a")
    if maps is None or maps.ndim != 4 or slopes.shape != maps.shape:
        raise ShapeError(f"Grad-CAM needs a layer whose output has maps (height, width, channels); {layer} has none.")
    weights = slopes.mean(axis=(1, 2), keepdims=True)
    return np.maximum((weights * maps).sum(axis=-1), 0.0)


def _output(plan: Plan, state: TrainingState, x: Array, output: int) -> Array:
    x = x.astype(plan.recipe.dtype)
    prediction, _, _ = forward(plan.network, state.params, state.layers, x, train=False, rng=plan.rng)
    _check_output(prediction, output)
    return prediction[..., output]


def _check_output(prediction: Array, output: int) -> None:
    if prediction.ndim != 2:
        raise ShapeError(f"Saliency needs outputs of shape (samples, outputs); got {prediction.shape}.")
    whole_number("output", output, minimum=0, maximum=prediction.shape[-1] - 1)
