"""The Python side of pixel information: one request in, one reply out."""

from glassnet.widgets.pixel_information.measure import counts, digits, measured
from glassnet.widgets.pixel_information.messages import LEVELS, SIDE, Measure, Measures, Open, Opening
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats


class InformationSession(Session):
    """One reader's pixels. It is stateless.

    >>> head, buffers = InformationSession().handle({"id": 1, "kind": "measure", "levels": 1, "pixel": 0})
    >>> head["levels"], head["entropy"], len(buffers)
    (4, 0.0, 3)
    """

    @answers
    def _open(self, _: Open) -> Answer[Opening]:
        return Answer(Opening(LEVELS, SIDE, int(measured(4).information.argmax())))

    @answers
    def _measure(self, request: Measure) -> Answer[Measures]:
        levels, pixel = LEVELS[request.levels], request.pixel
        found = measured(levels)
        pixels, classes = digits(levels)
        table = counts(pixels[:, pixel], classes, levels).T
        view = Measures(
            levels=levels,
            pixel=pixel,
            entropy=float(found.entropy[pixel]),
            information=float(found.information[pixel]),
            answer=found.answer,
            by_chance=found.by_chance,
            best=int(found.information.argmax()),
        )
        shares = table / table.sum(axis=1, keepdims=True)
        return Answer(view, [floats(found.entropy), floats(found.information), floats(shares)])
