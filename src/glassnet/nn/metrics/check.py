"""Checks of the input to metrics: one truth per prediction, at least one sample, and valid class numbers."""

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError, ShapeError
from glassnet.nn.metrics.predicted_classes import class_count


def check_samples(prediction: Array, truth: Array) -> None:
    """Raise an error unless prediction and truth have the same number of samples, and at least one.

    >>> import numpy as np
    >>> check_samples(np.zeros((3, 1)), np.zeros(2))
    Traceback (most recent call last):
    glassnet.base.errors.ShapeError: A metric needs one truth for each prediction; got 3 predictions and 2 truths.
    """
    for name, values in [("prediction", prediction), ("truth", truth)]:
        kind = "O" if hasattr(values, "toarray") else getattr(getattr(values, "dtype", None), "kind", "O")
        if getattr(values, "ndim", 0) < 1 or kind not in "fiub":
            raise DataError(f"A metric takes arrays of numbers, such as run.predict(x); got {values!r} as {name}.")
    if len(prediction) != len(truth):
        raise ShapeError(
            f"A metric needs one truth for each prediction; got {len(prediction)} predictions and {len(truth)} truths."
        )
    if not len(prediction):
        raise DataError("A metric needs at least one sample; got none.")


def check_classes(prediction: Array, classes: Array) -> None:
    """Raise an error unless `classes` holds one class number for every sample, all within the prediction's range.

    >>> import numpy as np
    >>> check_classes(np.zeros((2, 3)), np.array([0, 3]))
    Traceback (most recent call last):
    glassnet.base.errors.DataError: The truth must be class numbers from 0 to 2, as in the prediction; got 3.
    """
    check_samples(prediction, classes)
    if classes.shape != prediction.shape[:-1] or classes.dtype.kind not in "iub":
        raise ShapeError(
            f"The truth must be class numbers, whole numbers of shape {prediction.shape[:-1]} for a prediction of "
            f"shape {prediction.shape}; got {classes.dtype} of shape {classes.shape}."
        )
    last = class_count(prediction) - 1
    low, high = int(classes.min()), int(classes.max())
    if low < 0 or high > last:
        wrong = low if low < 0 else high
        raise DataError(f"The truth must be class numbers from 0 to {last}, as in the prediction; got {wrong}.")
