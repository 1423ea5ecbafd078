"""The Python side of the wishes: one request in, one reply out."""

from glassnet.run.run import Run
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats
from glassnet.widgets.wishes.messages import MAX_UPDATES, Open, WishesView
from glassnet.widgets.wishes.reader import reading


class WishesSession(Session):
    """One reader's pictures and the network that reads them, each with its updates.

    >>> head, _ = WishesSession().handle({"id": 1, "kind": "open", "picture": 0, "updates": 0})
    >>> head["target"], round(sum(head["output_wishes"]), 6) == 0
    (2, True)
    """

    def __init__(self) -> None:
        self._runs: dict[int, Run] = {}

    @answers
    def _open(self, request: Open) -> Answer[WishesView]:
        run = self._runs.setdefault(request.picture, reading(request.picture))
        if run.step < request.updates:
            run.advance(request.updates - run.step)
        moment, before = run.at(request.updates), run.at(max(0, request.updates - 1))
        hidden, last = (moment.parts(name) for name in run.network.names)
        view = WishesView(
            picture=request.picture,
            updates=request.updates,
            last=MAX_UPDATES,
            target=int(moment.y[0]),
            hidden=tuple(hidden["a"][0]),
            outputs=tuple(last["a"][0]),
            before=tuple(before.parts(run.network.names[-1])["a"][0]),
            output_wishes=tuple(-last["d_z"][0]),
            hidden_wishes=tuple(-hidden["d_a"][0]),
            loss=moment.loss,
        )
        return Answer(view, [floats(moment.x[0] / moment.x.max()), floats(last["weight"])])
