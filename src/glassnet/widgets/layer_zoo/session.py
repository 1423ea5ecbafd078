"""The Python side of the layer zoo: one request in, one reply out."""

from glassnet.base.arrays import Array
from glassnet.base.registry import look_up
from glassnet.widgets.layer_zoo.exhibits import EXHIBITS
from glassnet.widgets.layer_zoo.messages import ExhibitView, Open, Opening, Show, ShownView
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats


class ZooSession(Session):
    """One reader's visit.

    Arguments:
        number: the input shown first.

    >>> ask = {"id": 1, "kind": "show", "exhibit": "pooling", "variant": "the largest", "number": 0}
    >>> head, _ = ZooSession().handle(ask)
    >>> head["takes"], head["gives"], head["parameters"]
    ([8, 8, 1], [4, 4, 1], 0)
    """

    def __init__(self, number: int = 0) -> None:
        self._number = number

    @answers
    def _open(self, _: Open) -> Answer[Opening]:
        exhibits = (ExhibitView(name, one.label, one.words, tuple(one.variants)) for name, one in EXHIBITS.items())
        return Answer(Opening(tuple(exhibits), self._number))

    @answers
    def _show(self, request: Show) -> Answer[ShownView]:
        exhibit = EXHIBITS[request.exhibit]
        look_up("variant", request.variant, exhibit.variants)
        shown = exhibit.show(request.variant, request.number)
        view = ShownView(
            exhibit=request.exhibit,
            variant=request.variant,
            number=request.number,
            before=_size(shown.before),
            after=_size(shown.after),
            takes=shown.takes,
            gives=shown.gives,
            parameters=shown.parameters,
        )
        return Answer(view, [floats(shown.before), floats(shown.after)])


def _size(table: Array) -> tuple[int, int]:
    rows, columns = table.shape
    return rows, columns
