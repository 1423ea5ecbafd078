"""Targets in the form that a loss wants."""

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.errors import ShapeError
from glassnet.nn.losses import Loss, one_hot


def encode_target(y: Array, loss: Loss, output_shape: Shape, classes: int, dtype: str) -> Array:
    """Return y as whole numbers (batch,), or as values in the network's output shape.

    Arguments:
        y: class numbers (samples,), or values (samples,) or (samples, outputs).
        loss: says which encoding it wants.
        output_shape: shape of one output of the network.
        classes: how many classes there are; 0 for values.

    Raises:
        ShapeError: the network's last layer does not fit the targets.

    >>> from glassnet.nn.losses import LOSSES
    >>> encode_target(np.array([0, 1]), LOSSES["mean_squared_error"](), (1,), 2, "float32").tolist()
    [[0.0], [1.0]]
    """
    outputs = output_shape[-1]
    name = type(loss).__name__
    if y.ndim > 1:
        if loss.target_encoding == "classes":
            raise ShapeError(f"{name} takes class numbers, shape (samples,); the data's targets have shape {y.shape}.")
        if y.shape[1:] != output_shape:
            raise ShapeError(
                f"The network's output has shape {output_shape} but the data's targets have {y.shape[1:]}; "
                f"end with Dense({y.shape[-1]})."
            )
        return y.astype(dtype)
    if loss.target_encoding == "values" and outputs == 1 and classes <= 2:
        return y.astype(dtype)[:, None]
    if outputs != classes:
        fitting = (
            "Dense(1) or Dense(2)" if classes == 2 and loss.target_encoding == "values" else f"Dense({max(classes, 1)})"
        )
        raise ShapeError(
            f"The network ends in {outputs} units, but {name} on {classes or 'no'} classes needs {fitting} at the end."
        )
    if loss.target_encoding == "classes":
        return y
    return one_hot(y, np.zeros((0, classes), dtype))
