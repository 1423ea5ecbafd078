"""The area under the ROC curve."""

from glassnet.base.arrays import Array
from glassnet.nn.metrics.check import check_classes
from glassnet.nn.metrics.direction import better
from glassnet.nn.metrics.predicted_classes import class_count


@better("higher")
def roc_auc(prediction: Array, classes: Array) -> float | None:
    """Return how often an example of a class scores higher than one of another class: 1 is perfect, ½ is chance.

    The area under the curve of true against false positives (Hanley & McNeil, 1982), measured by
    scikit-learn; with more than two classes, the mean of each class against the rest. None (undefined)
    if a class has no examples, or has all of them.

    Arguments:
        prediction: scores, shape (samples, 1) or (samples, classes).
        classes: the true class numbers, shape (samples,).

    >>> import numpy as np
    >>> roc_auc(np.array([[0.1], [0.4], [0.35], [0.8]]), np.array([0, 0, 1, 1]))
    0.75
    >>> print(roc_auc(np.array([[0.1], [0.4]]), np.array([1, 1])))
    None
    """
    from sklearn.metrics import roc_auc_score  # here, because the mathematics doesn't need scikit-learn

    check_classes(prediction, classes)
    count = class_count(prediction)
    members = [(classes == number).astype(int) for number in range(count)]
    if any(not 0 < int(of_class.sum()) < len(of_class) for of_class in members):
        return None
    if count == 2:
        score = prediction[:, 0] if prediction.shape[1] == 1 else prediction[:, 1] - prediction[:, 0]
        return float(roc_auc_score(members[1], score))
    areas = [roc_auc_score(members[number], prediction[:, number]) for number in range(count)]
    return float(sum(areas) / count)
