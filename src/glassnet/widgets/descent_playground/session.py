"""The Python side of the descent playground: one request in, one reply out."""

from collections.abc import Mapping
from typing import Any, Literal

from glassnet.base.errors import SettingError
from glassnet.widgets.descent_playground import batches
from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
from glassnet.widgets.descent_playground.messages import (
    MAX_COORDINATE,
    Batches,
    BatchesView,
    Landscapes,
    LandscapesView,
    LandscapeView,
    Opening,
    PathView,
    Race,
    RaceView,
    RuleView,
    Surface,
    SurfaceView,
    Walker,
)
from glassnet.widgets.descent_playground.rules import ADAPTIVE, RULES
from glassnet.widgets.descent_playground.walk import walk
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats, to_json

GRID = 81
SIZES = (64, 8, 1)
VIEWS: Mapping[str, Literal["race", "batches"]] = {"race": "race", "batches": "batches"}
OPENING = Opening("race", "long_bowl", ("sgd", "momentum"), 0.8, 300)
"""The long bowl, with a rate that suits its steep direction, and friction enough for the ball to come to rest."""


class DescentSession(Session):
    """One reader's playground. It keeps only the settings of the last race.

    Arguments:
        opening: how the page opens.

    Attributes:
        settings: the last race's settings.

    >>> request = {"id": 1, "kind": "race", "landscape": "bowl", "start": [2, 0], "rules": ["sgd"], "steps": 2}
    >>> head, buffers = DescentSession().handle(request | {"rate": 0.25, "adaptive": 0.1, "momentum": 0.9, "noise": 0})
    >>> head["walkers"][0]["values"]
    [4.0, 1.0, 0.25]
    """

    def __init__(self, opening: Opening = OPENING) -> None:
        self._opening = opening
        landscape = LANDSCAPES[opening.landscape]
        self.settings: dict[str, Any] = {
            **to_json(opening),
            "rate": landscape.rate,
            "start": list(landscape.start),
            "noise": 0,
        }

    @answers
    def _landscapes(self, _: Landscapes) -> Answer[LandscapesView]:
        landscapes = tuple(
            LandscapeView(name, one.label, one.words, one.start, one.rate) for name, one in LANDSCAPES.items()
        )
        rules = tuple(RuleView(name, label, name in ADAPTIVE) for name, (label, _) in RULES.items())
        return Answer(LandscapesView(landscapes, rules, self._opening))

    @answers
    def _surface(self, request: Surface) -> Answer[SurfaceView]:
        landscape = LANDSCAPES[request.landscape]
        surface = SurfaceView(
            request.landscape,
            landscape.x_range,
            landscape.y_range,
            landscape.bend,
            landscape.words,
            tuple(landscape.minima),
            GRID,
        )
        return Answer(surface, [floats(landscape.grid(GRID))])

    @answers
    def _race(self, request: Race) -> Answer[RaceView]:
        chosen = list(dict.fromkeys(request.rules))
        self.settings = to_json(request) | {"rules": chosen}
        walkers, buffers = [], []
        for name in chosen:
            label, make = RULES[name]
            rule = make(request.rate, request.adaptive, request.momentum)
            path = walk(LANDSCAPES[request.landscape], rule, request.start, request.steps, noise=request.noise)
            walkers.append(Walker(name, label, tuple(path.values), path.verdict, path.arrived))
            buffers.append(floats(path.places.T))
        return Answer(RaceView(tuple(walkers)), buffers)

    @answers
    def _batches(self, request: Batches) -> Answer[BatchesView]:
        paths, buffers = [], [floats(batches.surface())]
        for size in SIZES:
            path = batches.descend(size, request.rate, request.epochs, request.seed)
            if not abs(path.places).max() < MAX_COORDINATE:
                raise SettingError(f"With batches of {size} the path leaves the plot: choose a smaller learning rate.")
            costs = tuple(path.costs[:: path.steps_per_epoch])
            paths.append(PathView(size, path.steps_per_epoch, path.points_per_step, path.costs[-1], costs))
            buffers.append(floats(path.places.T))
        return Answer(BatchesView(tuple(paths), batches.GRID, batches.W_RANGE, batches.B_RANGE), buffers)
