"""Encoding targets for a loss, and the classes behind them."""

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.errors import DataError, ShapeError
from glassnet.base.names import Label
from glassnet.data.labels import listed
from glassnet.nn.losses import Loss, one_hot
from glassnet.train.numbers import in_number_type
from glassnet.train.target_domain import are_sides, of_sides, within_domain


def encode_target(y: Array, loss: Loss, output_shape: Shape, classes: int, dtype: str) -> Array:
    """Return y as class numbers (samples,), or as values in the network's output shape.

    Arguments:
        y: class numbers (samples,), or one for each step of a sequence (samples, time); or values (samples,) or
            (samples, …) in the shape of the output, such as one-hot rows.
        loss: determines the encoding.
        output_shape: shape of one output of the network.
        classes: number of classes; 0 for values.

    Raises:
        ShapeError: the network's last layer does not fit the targets.
        DataError: a target is one that the loss is not defined on, or a class that the data do not name.

    >>> from glassnet.nn.losses import LOSSES
    >>> encode_target(np.array([0, 1]), LOSSES["mean_squared_error"](), (1,), 2, "float32").tolist()
    [[0.0], [1.0]]
    """
    outputs = output_shape[-1]
    wants_classes = loss.target_encoding == "classes"
    if loss.target_encoding != "values" and outputs == 2 and are_sides(y):
        y = of_sides(y, type(loss).__name__).astype(int)
    if not wants_classes and y.ndim > 1 and y.shape[1:] == output_shape:
        return within_domain(in_number_type("The data", "targets", y, dtype), loss)
    _check_known(y, classes)
    if y.shape[1:] != output_shape[:-1]:
        raise ShapeError(_misfit(y, loss, output_shape))
    if loss.target_encoding == "values" and outputs == 1 and classes <= 2:
        return within_domain(in_number_type("The data", "targets", y, dtype)[..., None], loss)
    _check_classes(y, loss, outputs, classes)
    return y if wants_classes else one_hot(y, np.zeros((0, outputs), dtype))


def _check_known(y: Array, classes: int) -> None:
    """Raise a DataError if a class number is beyond the classes that the data name."""
    if not classes or not y.size or not np.issubdtype(y.dtype, np.integer) or int(y.max()) < classes:
        return
    place = tuple(np.argwhere(y >= classes)[0])
    found = np.unique(y)
    advice = f"If these numbers are labels, use {_named(found)}" if len(found) == classes else "Name every class"
    raise DataError(
        f"The data name {classes} classes, numbers 0 to {classes - 1}, but sample {place[0]} is of class {y[place]}. "
        f"{advice}."
    )


def _named(labels: Array) -> str:
    """Return how whole numbers are declared as labels."""
    return f"class_names=({', '.join(map(str, labels.tolist()))}) in from_arrays or fit"


def _check_classes(y: Array, loss: Loss, outputs: int, classes: int) -> None:
    name, of_values = type(loss).__name__, loss.target_encoding == "values"
    whole, found = bool((y % 1 == 0).all()), np.unique(y)
    if not classes and whole and len(found) == outputs and found[-1] != outputs - 1:
        raise ShapeError(
            f"The network ends in {outputs} units, and the targets are {outputs} different numbers, {listed(found)}; "
            f"if they are labels, use {_named(found.astype(int))}."
        )
    if not np.issubdtype(y.dtype, np.integer) or y.min() < 0:
        remedy = "end with Dense(1)" if of_values else "use another loss"
        if whole and y.min() >= 0:
            remedy = f"{remedy}, or if they are class numbers, y.astype(int)"
        raise ShapeError(
            f"The network ends in {outputs} units, for which {name} expects class numbers, whole numbers from 0, but "
            f"the data's targets are values (such as {y.flat[0]:g}); {remedy}."
        )
    known = classes or int(y.max()) + 1
    if outputs == known or (not classes and outputs > known):
        return
    fitting = "Dense(1) or Dense(2)" if of_values and known == 2 else f"Dense({known})"
    numbers = "; if they aren't classes, make the targets float" if of_values else ""
    raise ShapeError(
        f"The network ends in {outputs} units, but {name} on {known} classes needs {fitting} at the end{numbers}."
    )


def _misfit(y: Array, loss: Loss, output_shape: Shape) -> str:
    if y.ndim == 1:
        return (
            f"The network's output has shape {output_shape}, but the targets have one number per sample; end with "
            "Flatten(), GlobalAveragePool2D() or a recurrent layer without return_sequences, then Dense."
        )
    if loss.target_encoding == "classes":
        wanted = ", ".join(map(str, ("samples", *output_shape[:-1])))
        return (
            f"{type(loss).__name__} expects class numbers, shape ({wanted}{',' * (len(output_shape) == 1)}); "
            f"the data's targets have shape {y.shape}."
        )
    return (
        f"The network's output has shape {output_shape} but the data's targets have {y.shape[1:]}; "
        f"end with Dense({y.shape[-1]})."
    )


def true_classes(y: Array, target: Array, loss: Loss, classes: int) -> Array | None:
    """Return the true class number for each prediction; None if the targets are values.

    Arguments:
        y: the data's own targets.
        target: the same, encoded for the loss.
        loss: for a binary loss, targets 0 and 1 are classes; for a loss over classes, one-hot rows are.
        classes: number of classes in the data.

    >>> from glassnet.nn.losses import LOSSES
    >>> rows = np.array([[0.0, 1.0], [1.0, 0.0]])
    >>> true_classes(rows, rows, LOSSES["softmax_cross_entropy"](), 0).tolist()
    [1, 0]
    """
    if y.ndim == 1 and classes and np.issubdtype(y.dtype, np.integer):
        return y
    if loss.target_encoding == "classes":
        return target
    decides = type(loss).__name__ == "BinaryCrossEntropy" or loss.link in ("sigmoid", "step")
    if not np.isin(target, (0, 1)).all():
        return None
    if decides and target.shape[-1] == 1:
        return target[..., 0].astype(int)
    one_each = loss.target_encoding == "one_hot" and (target.sum(axis=-1) == 1).all()
    return target.argmax(axis=-1) if one_each else None


def class_labels(y: Array, classes: Array | None, outputs: int, names: tuple[Label, ...]) -> tuple[Label, ...]:
    """Return what the user calls the classes, in the order of their numbers: names, −1 and 1, or whole numbers from 0.

    Arguments:
        y: the data's own targets.
        classes: their class numbers, None for values.
        outputs: units at the network's end.
        names: the classes that the data name, if any.

    >>> sides = np.array([-1, 1])
    >>> class_labels(sides, np.array([0, 1]), 1, ()), class_labels(np.eye(3), np.arange(3), 3, ("a", "b", "c"))
    ((-1, 1), ('a', 'b', 'c'))
    """
    if names or classes is None:
        return names
    if are_sides(y):
        return tuple(np.array([-1, 1], y.dtype).tolist())
    return tuple(np.arange(max(2, outputs), dtype=y.dtype if y.shape == classes.shape else int).tolist())
