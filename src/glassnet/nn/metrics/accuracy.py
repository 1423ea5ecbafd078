"""The fraction of correct answers."""

from glassnet.base.arrays import Array, namespace
from glassnet.base.checks import whole_number
from glassnet.nn.metrics.check import check_classes
from glassnet.nn.metrics.direction import better
from glassnet.nn.metrics.predicted_classes import class_count, predicted_classes


@better("higher")
def accuracy(prediction: Array, classes: Array) -> float:
    """Return the fraction of examples whose class is predicted correctly.

    >>> import numpy as np
    >>> accuracy(np.array([[0.2], [0.7]]), np.array([0, 0]))
    0.5
    """
    check_classes(prediction, classes)
    return float((predicted_classes(prediction) == classes).mean())


@better("higher")
def top_k_accuracy(prediction: Array, classes: Array, k: int = 5) -> float:
    """Return the fraction of examples whose true class is among the k classes with the highest scores.

    Ties go to the lower class number, as in `accuracy`, which is the case k = 1.

    Arguments:
        prediction: shape (samples, classes).
        classes: the true class numbers, shape (samples,).
        k: from 1 to the number of classes.

    >>> import numpy as np
    >>> top_k_accuracy(np.array([[0.5, 0.3, 0.2], [0.5, 0.3, 0.2]]), np.array([1, 2]), k=2)
    0.5
    """
    check_classes(prediction, classes)
    count = class_count(prediction)
    whole_number("k", k, minimum=1, maximum=count)
    if k == 1 or k == count:
        return accuracy(prediction, classes) if k == 1 else 1.0
    strongest = namespace(prediction).argsort(-prediction, axis=-1, stable=True)[:, :k]
    return float((strongest == classes[:, None]).any(axis=-1).mean())
