"""The Python side of feature scaling: one request in, one reply out."""

import numpy as np

from glassnet.widgets.feature_scaling.messages import FIRST_WINE, Open, Opening, Scale, Scaled
from glassnet.widgets.feature_scaling.wines import SCALINGS, right, voters, wines
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.writing import floats


class ScalingSession(Session):
    """One reader's wines. It is stateless.

    >>> session = ScalingSession()
    >>> fields = {"id": 1, "kind": "scale", "wine": 0}
    >>> [round(session.handle(fields | {"scaling": name})[0]["right"], 3) for name in ("none", "standard")]
    [0.697, 0.899]
    """

    @answers
    def _open(self, _: Open) -> Answer[Opening]:
        scalings = tuple(Choice(name, label) for name, (label, _) in SCALINGS.items())
        features = ("intensity of colour", "proline, mg per litre")
        return Answer(Opening(scalings, features, FIRST_WINE), [floats(wines().growers)])

    @answers
    def _scale(self, request: Scale) -> Answer[Scaled]:
        values, growers = wines().values, wines().growers
        places = SCALINGS[request.scaling][1](values)
        chosen = voters(places)
        first, second = values[request.wine].tolist()
        one, two, three = np.bincount(growers[chosen[request.wine]], minlength=3).tolist()
        scaled = Scaled(
            scaling=request.scaling,
            wine=request.wine,
            measured=(first, second),
            grower=int(growers[request.wine]),
            voters=tuple(chosen[request.wine].tolist()),
            votes=(one, two, three),
            right=float(right(growers, chosen).mean()),
        )
        return Answer(scaled, [floats(places)])
