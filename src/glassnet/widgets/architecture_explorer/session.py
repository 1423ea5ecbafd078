"""The Python side of the architecture explorer: one request in, one reply out."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from glassnet.base.random import stream
from glassnet.widgets.architecture_explorer.architecture import ACTIVATIONS, MOST_HIDDEN, MOST_UNITS, Architecture
from glassnet.widgets.architecture_explorer.messages import ArchitectureView, Count, LayerCount, Open, Opening
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.writing import floats

SEED = 0


class ArchitectureSession(Session):
    """One reader's architecture.

    Arguments:
        architecture: what it opens with.

    Attributes:
        architecture: what is shown.

    >>> shown = ArchitectureSession(Architecture())
    >>> wide = {"inputs": 2, "hidden": [2], "outputs": 2, "activation": "relu", "output_activation": "softmax"}
    >>> head, _ = shown.handle({"id": 1, "kind": "count", **wide})
    >>> head["parameters"], [layer["weights"] for layer in head["layers"]]
    (12, [4, 4])
    """

    def __init__(self, architecture: Architecture | None = None) -> None:
        self.architecture = Architecture() if architecture is None else architecture

    @answers
    def _open(self, _: Open) -> Answer[Opening]:
        choices = tuple(Choice(name, label) for name, label in ACTIVATIONS.items())
        return Answer(
            Opening(**asdict(self.architecture), activations=choices, most_units=MOST_UNITS, most_hidden=MOST_HIDDEN)
        )

    @answers
    def _count(self, request: Count) -> Answer[ArchitectureView]:
        self.architecture = shown = Architecture(**asdict(request))
        params, _ = shown.network.build(stream(SEED), (shown.inputs,))
        layers = tuple(_counted(name, params[name]) for name in shown.network.names)
        total = sum(layer.weights + layer.biases for layer in layers)
        view = ArchitectureView(**asdict(shown), layers=layers, parameters=total, code=shown.code)
        return Answer(view, [floats(params[name]["weight"]) for name in shown.network.names])


def _counted(name: str, params: Mapping[str, Any]) -> LayerCount:
    weight, bias = params["weight"], params["bias"]
    inputs, units = weight.shape
    return LayerCount(name, inputs, units, weight.size, bias.size)
