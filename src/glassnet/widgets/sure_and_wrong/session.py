"""The Python side of the sure-and-wrong neuron: one request in, one reply out."""

from glassnet.widgets.sure_and_wrong.course import LOSSES, Course, correct
from glassnet.widgets.sure_and_wrong.messages import UPDATES, Correct, Corrected, Open
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.reading import read
from glassnet.widgets.wire.writing import floats


class NeuronSession(Session):
    """One reader's neuron.

    >>> head, _ = NeuronSession().handle({"id": 1, "kind": "correct", "sure": 0.98, "rate": 0.5})
    >>> head["halfway"]
    [33, 5]
    """

    def __init__(self, sure: float = 0.99, rate: float = 0.3) -> None:
        self._settings = read(Correct, {"sure": sure, "rate": rate}, "settings")

    @answers
    def _open(self, _: Open) -> Answer[Corrected]:
        return self._correct(self._settings)

    @answers
    def _correct(self, request: Correct) -> Answer[Corrected]:
        courses = [correct(loss, request.sure, request.rate, UPDATES) for loss in LOSSES.values()]
        squared, cross = (_halfway(course) for course in courses)
        buffers = [floats(row) for course in courses for row in (course.answers, course.losses, course.pulls)]
        return Answer(Corrected(request.sure, request.rate, UPDATES, (squared, cross)), buffers)


def _halfway(course: Course) -> int | None:
    below = (course.answers < 0.5).nonzero()[0]
    return int(below[0]) if len(below) else None
