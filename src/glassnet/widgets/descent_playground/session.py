"""The descent playground's Python side: one request in, one reply out."""

from collections.abc import Callable, Mapping
from typing import Any

from glassnet.base.checks import number, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.optim import SGD, Adagrad, Adam, RMSprop, UpdateRule
from glassnet.widgets.asking import Fields, Reply, finite, floats, names, pair, respond
from glassnet.widgets.descent_playground import batches
from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
from glassnet.widgets.descent_playground.walk import Path, walk

GRID = 81
MOST_STEPS = 500
MOST_EPOCHS = 20
FARTHEST = 100.0
SIZES = (64, 8, 1)

RULES: Mapping[str, tuple[str, Callable[[float, float, float], UpdateRule]]] = {
    "sgd": ("gradient descent", lambda rate, _adaptive, _momentum: SGD(rate)),
    "momentum": ("with momentum", lambda rate, _adaptive, momentum: SGD(rate, momentum=momentum)),
    "nesterov": (
        "with Nesterov's look ahead",
        lambda rate, _adaptive, momentum: SGD(rate, momentum=momentum, nesterov=momentum > 0),
    ),
    "adagrad": ("Adagrad", lambda _rate, adaptive, _momentum: Adagrad(adaptive)),
    "rmsprop": ("RMSprop", lambda _rate, adaptive, _momentum: RMSprop(adaptive)),
    "adam": ("Adam", lambda _rate, adaptive, _momentum: Adam(adaptive)),
}
"""Label, and how a rule is made from the learning rate, that of the adaptive rules, and the momentum."""


class DescentSession:
    """One reader's playground. It keeps only the settings that were last raced.

    Attributes:
        settings: the last race's settings.

    >>> request = {"id": 1, "kind": "race", "landscape": "bowl", "start": [2, 0], "rules": ["sgd"], "steps": 2}
    >>> head, buffers = DescentSession().handle(request | {"rate": 0.25, "adaptive": 0.1, "momentum": 0.9, "noise": 0})
    >>> head["walkers"][0]["values"]
    [4.0, 1.0, 0.25]
    """

    def __init__(self) -> None:
        self.settings: dict[str, Any] = {"landscape": "bowl", "rate": 0.1, "momentum": 0.9, "steps": 0, "start": [0, 0]}

    def handle(self, request: object) -> Reply:
        """Answer one request."""
        return respond(
            request,
            {"landscapes": self._landscapes, "surface": self._surface, "race": self._race, "batches": self._batches},
        )

    def _landscapes(self, _: Fields) -> Reply:
        told = [{"name": name, "label": one.label, "words": one.words} for name, one in LANDSCAPES.items()]
        rules = [{"name": name, "label": label} for name, (label, _) in RULES.items()]
        return {"landscapes": told, "rules": rules}, []

    def _surface(self, fields: Fields) -> Reply:
        landscape = look_up("landscape", str(fields.get("landscape")), LANDSCAPES)
        head = {
            "landscape": fields["landscape"],
            "x_range": list(landscape.x_range),
            "y_range": list(landscape.y_range),
            "start": list(landscape.start),
            "rate": landscape.rate,
            "bend": landscape.bend,
            "words": landscape.words,
            "minima": [list(minimum) for minimum in landscape.minima],
            "grid": GRID,
        }
        return head, [floats(landscape.grid(GRID))]

    def _race(self, fields: Fields) -> Reply:
        landscape = look_up("landscape", str(fields.get("landscape")), LANDSCAPES)
        start = pair("start", fields.get("start"), limit=FARTHEST)
        rate = number("rate", fields.get("rate"), above=0, maximum=10)
        adaptive = number("adaptive", fields.get("adaptive"), above=0, maximum=10)
        momentum = number("momentum", fields.get("momentum"), minimum=0, maximum=0.999)
        noise = number("noise", fields.get("noise"), minimum=0, maximum=100)
        steps = whole_number("steps", fields.get("steps"), minimum=1, maximum=MOST_STEPS)
        chosen = names("rule", fields.get("rules"), RULES)
        self.settings = {
            "landscape": fields["landscape"],
            "start": list(start),
            "rate": rate,
            "adaptive": adaptive,
            "momentum": momentum,
            "noise": noise,
            "steps": steps,
            "rules": list(chosen),
        }
        walkers, buffers = [], []
        for name in chosen:
            label, make = RULES[name]
            path = walk(landscape, make(rate, adaptive, momentum), start, steps, noise=noise)
            walkers.append({"name": name, "label": label, **_told(path)})
            buffers.append(floats(path.places.T))
        return {"walkers": walkers}, buffers

    def _batches(self, fields: Fields) -> Reply:
        rate = number("rate", fields.get("rate"), above=0, maximum=1)
        epochs = whole_number("epochs", fields.get("epochs"), minimum=1, maximum=MOST_EPOCHS)
        seed = whole_number("seed", fields.get("seed", 0), minimum=0, maximum=10**6)
        told, buffers = [], [floats(batches.surface())]
        for size in SIZES:
            path = batches.descend(size, rate, epochs, seed)
            if not abs(path.places).max() < FARTHEST:
                raise SettingError(
                    f"With batches of {size} the steps leave the picture: choose a smaller learning rate."
                )
            told.append(
                {
                    "size": size,
                    "steps_per_epoch": path.steps_per_epoch,
                    "points_per_step": path.points_per_step,
                    "cost": finite(path.costs[-1]),
                    "costs": [finite(value) for value in path.costs[:: path.steps_per_epoch]],
                }
            )
            buffers.append(floats(path.places.T))
        head = {"paths": told, "grid": batches.GRID, "w_range": list(batches.W_RANGE), "b_range": list(batches.B_RANGE)}
        return head, buffers


def _told(path: Path) -> dict[str, Any]:
    return {
        "values": [finite(value) for value in path.values],
        "verdict": path.verdict,
        "arrived": path.arrived,
    }
