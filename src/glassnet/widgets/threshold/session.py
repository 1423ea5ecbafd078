"""The Python side of the threshold: one request in, one reply out."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import array_of_numbers
from glassnet.base.errors import DataError
from glassnet.nn.metrics import class_scores
from glassnet.widgets.threshold.messages import Judge, Judged, Open, ScoresView
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats

PLACES = 101
START = 0.5


class ThresholdSession(Session):
    """One reader's threshold over given probabilities.

    Arguments:
        probability: of "yes", one per sample, from 0 to 1.
        truth: 0 or 1, one per sample.
        names: what is 0 and what is 1, for readers.

    Raises:
        DataError: the arrays don't belong together, or have other values.

    >>> session = ThresholdSession(np.array([0.2, 0.6, 0.9]), np.array([0, 0, 1]), ("not an 8", "an 8"))
    >>> head, _ = session.handle({"id": 1, "kind": "judge", "threshold": 0.5})
    >>> head["found"], head["false_alarms"], head["precision"], head["recall"]
    (1, 1, 0.5, 1.0)
    """

    def __init__(self, probability: Array, truth: Array, names: tuple[str, str]) -> None:
        self._probability = array_of_numbers("probability", probability).astype(float)
        self._truth = array_of_numbers("truth", truth)
        if self._probability.ndim != 1 or self._truth.shape != self._probability.shape:
            raise DataError(
                "A threshold needs one probability and one truth per sample; "
                f"got shapes {self._probability.shape} and {self._truth.shape}."
            )
        if not (np.isin(self._truth, (0, 1)).all() and ((self._probability >= 0) & (self._probability <= 1)).all()):
            raise DataError("A threshold needs probabilities from 0 to 1 and truths that are 0 or 1.")
        self._names = names

    @answers
    def _open(self, _: Open) -> Answer[ScoresView]:
        places = np.linspace(0, 1, PLACES)
        judged = [self._judged(float(place)) for place in places]
        rows = np.array([(one.threshold, _number(one.precision), _number(one.recall)) for one in judged])
        groups = [np.sort(self._probability[self._truth == kind]) for kind in (0, 1)]
        view = ScoresView(self._names[0], self._names[1], START, PLACES)
        return Answer(view, [floats(part) for part in (*groups, rows)])

    @answers
    def _judge(self, request: Judge) -> Answer[Judged]:
        return Answer(self._judged(request.threshold))

    def _judged(self, threshold: float) -> Judged:
        said = self._probability >= threshold
        counts = [int((said == yes)[self._truth == kind].sum()) for kind in (1, 0) for yes in (True, False)]
        found, missed, false_alarms, passed = counts
        scores = class_scores(np.eye(2)[said.astype(int)], self._truth)[1]
        return Judged(
            threshold=threshold,
            found=found,
            missed=missed,
            false_alarms=false_alarms,
            passed=passed,
            accuracy=(found + passed) / len(said),
            precision=scores.precision,
            recall=scores.recall,
            f1=scores.f1,
        )


def _number(value: float | None) -> float:
    return np.nan if value is None else value
