"""What a trained classifier is worth: measured once, kept in the run file, printed from there."""

import math
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.metrics import predicted_classes
from glassnet.run import Run


def measure(run: Run, part: str = "test") -> dict[str, Any]:
    """Return loss, accuracy, confusion matrix and per-class scores on one part of the data, as JSON can hold them.

    A score that divides zero by zero (the precision of a class that was never predicted) is None, and so is a loss
    that is not finite.
    """
    from sklearn.metrics import confusion_matrix, precision_recall_fscore_support  # a second to import

    samples = run.dataset.part(part)
    predicted = predicted_classes(run.predict(samples.x))
    labels = range(len(run.dataset.class_names))
    scores = precision_recall_fscore_support(samples.y, predicted, labels=labels, zero_division=np.nan)
    loss, accuracy = run.evaluate(part)
    return {
        "part": part,
        "loss": loss if math.isfinite(loss) else None,
        "accuracy": accuracy,
        "confusion_matrix": confusion_matrix(samples.y, predicted, labels=labels).tolist(),
        "precision": _defined(scores[0]),
        "recall": _defined(scores[1]),
        "f1": _defined(scores[2]),
        "samples": [int(count) for count in scores[3]],
    }


def _defined(values: Array) -> list[float | None]:
    return [None if math.isnan(value) else float(value) for value in values]
