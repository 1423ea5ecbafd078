"""The Python side of the principal axes: one request in, one reply out."""

import numpy as np

from glassnet.widgets.principal_axes.cloud import MEASUREMENTS, START, people, second, turned
from glassnet.widgets.principal_axes.messages import Cloud, Open
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats


class CloudSession(Session):
    """One reader's cloud. It is stateless.

    >>> head, buffers = CloudSession().handle({"id": 1, "kind": "open"})
    >>> round(head["shares"][-1] + head["second"], 2), len(buffers)
    (0.98, 3)
    """

    @answers
    def _open(self, _: Open) -> Answer[Cloud]:
        cloud = people()
        axes = turned(cloud, START)
        other = second(cloud, axes[-1].direction)
        view = Cloud(MEASUREMENTS, tuple(each.share for each in axes), other.share)
        directions = np.stack([each.direction for each in axes])
        return Answer(view, [floats(cloud), floats(directions), floats(other.direction)])
