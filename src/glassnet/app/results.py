"""The results of a trained classifier: measured once, stored in the run file, printed from there."""

import math
from typing import Any

from glassnet.nn.metrics import class_scores, confusion_matrix
from glassnet.run import Run


def measure(run: Run, part: str = "test") -> dict[str, Any]:
    """Return loss, accuracy, confusion matrix and per-class scores on one part of the data, ready for JSON.

    A score that divides zero by zero (the precision of a class that was never predicted) is None, and so is a NaN or
    infinite loss.
    """
    samples = run.dataset.part(part)
    prediction, measured = run.predict(samples.x), run.evaluate(part)
    scores = class_scores(prediction, samples.y)
    return {
        "part": part,
        "loss": measured.loss if math.isfinite(measured.loss) else None,
        "accuracy": measured.accuracy,
        "confusion_matrix": confusion_matrix(prediction, samples.y).tolist(),
        "precision": [of_class.precision for of_class in scores],
        "recall": [of_class.recall for of_class in scores],
        "f1": [of_class.f1 for of_class in scores],
        "samples": [of_class.support for of_class in scores],
    }
