"""From a network's prediction to the predicted class."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import ShapeError


def predicted_classes(prediction: Array) -> Array:
    """Return the predicted class of each row of a prediction.

    With one output, ½ or more means class 1; with several, the largest wins.

    Arguments:
        prediction: shape (samples, 1) or (samples, classes).

    Returns:
        Class numbers, shape (samples,).

    >>> import numpy as np
    >>> predicted_classes(np.array([[0.2], [0.7]])).tolist(), predicted_classes(np.array([[0.1, 0.9]])).tolist()
    ([0, 1], [1])
    """
    if class_count(prediction) == 2 and prediction.shape[-1] == 1:
        return (prediction[..., 0] >= 0.5).astype(int)
    return prediction.argmax(axis=-1)


def class_count(prediction: Array) -> int:
    """Return the number of classes of a prediction: two with one output, else one per output.

    >>> import numpy as np
    >>> class_count(np.zeros((5, 1))), class_count(np.zeros((5, 3)))
    (2, 3)
    """
    kind = getattr(getattr(prediction, "dtype", None), "kind", "f")  # other arrays, such as traced ones, are of numbers
    if (
        hasattr(prediction, "columns")
        or not getattr(prediction, "shape", ())
        or not prediction.shape[-1]
        or kind not in "biufO"
        or _is_text(prediction)
    ):
        raise ShapeError(f"A prediction has shape (samples, outputs); got {prediction!r}.")
    return max(2, prediction.shape[-1])


def _is_text(prediction: Array) -> bool:
    """Return whether an array of Python objects holds texts or nothing, rather than numbers of some kind."""
    if not isinstance(prediction, np.ndarray) or prediction.dtype != object:
        return False
    return any(one is None or isinstance(one, str) for one in prediction.flat)
