"""Which classes are confused with which."""

from glassnet.base.arrays import Array
from glassnet.nn.metrics.check import check_classes
from glassnet.nn.metrics.predicted_classes import class_count, predicted_classes


def confusion_matrix(prediction: Array, classes: Array) -> Array:
    """Return how often each true class (row) was predicted as each class (column), counted by scikit-learn.

    Arguments:
        prediction: shape (samples, 1) or (samples, classes).
        classes: the true class numbers, shape (samples,).

    Returns:
        Whole numbers, shape (classes, classes), including classes that never occur.

    >>> import numpy as np
    >>> confusion_matrix(np.array([[0.2], [0.7], [0.9]]), np.array([0, 0, 1])).tolist()
    [[1, 1], [0, 1]]
    """
    from sklearn.metrics import confusion_matrix as count  # here, because the mathematics doesn't need scikit-learn

    check_classes(prediction, classes)
    return count(classes, predicted_classes(prediction), labels=range(class_count(prediction)))
