"""Measures of success that are counted rather than trained for."""

from glassnet.base.arrays import Array


def predicted_classes(prediction: Array) -> Array:
    """Return the class that each row of a prediction names.

    One output says yes (class 1) from ½ upward; of several outputs the largest wins.

    >>> import numpy as np
    >>> predicted_classes(np.array([[0.2], [0.7]])).tolist(), predicted_classes(np.array([[0.1, 0.9]])).tolist()
    ([0, 1], [1])
    """
    if prediction.shape[-1] == 1:
        return (prediction[..., 0] >= 0.5).astype(int)
    return prediction.argmax(axis=-1)


def accuracy(prediction: Array, classes: Array) -> float:
    """Return the share of examples whose class is predicted rightly.

    >>> import numpy as np
    >>> accuracy(np.array([[0.2], [0.7]]), np.array([0, 0]))
    0.5
    """
    return float((predicted_classes(prediction) == classes).mean())
