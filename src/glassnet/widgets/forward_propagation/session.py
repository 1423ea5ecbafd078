"""The Python side of the forward propagation: one request in, one reply out."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import Any

import numpy as np

from glassnet.base.checks import true_or_false
from glassnet.base.registry import look_up
from glassnet.explain import Explanation, parse_reference
from glassnet.run.moment import Moment
from glassnet.run.run import Run
from glassnet.widgets.architecture_explorer.architecture import ACTIVATIONS, MOST_HIDDEN, MOST_UNITS, Architecture
from glassnet.widgets.forward_propagation.messages import (
    Build,
    Explain,
    Explained,
    InputView,
    LayerPass,
    NetworkChoice,
    Networks,
    NetworksView,
    Open,
    PassView,
    PresetView,
    Weights,
)
from glassnet.widgets.forward_propagation.sources import Source, of_run, of_shape, of_worked, probe
from glassnet.widgets.forward_propagation.worked import WORKED, Worked
from glassnet.widgets.small_networks import dense_layers, numbers
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice

RUN, SHAPE = "run", "shape"
"""The names of a reader's own run, and of a network of a reader's own shape."""
ALL_TERMS = MOST_UNITS + 1


class ForwardSession(Session):
    """One reader's pass through a network.

    Arguments:
        run: the reader's own run, or None for the worked networks.
        network: the worked network that is shown first, or "shape".
        trained: whether it is shown after its training.
        shape: the network of one's own shape.

    >>> session = ForwardSession()
    >>> head, _ = session.handle({"id": 1, "kind": "open", "network": "age_income"})
    >>> head["says"], [round(z, 3) for z in head["layers"][0]["z"]]
    ('58 % likely to buy', [0.43, 0.16])
    >>> head, _ = session.handle({"id": 2, "kind": "explain", "reference": "dense_2.z[0, 0]"})
    >>> head["explanation"]["numbers"]
    'z[0, 0] = 0.43 · 0.7 + 0.16 · (−0.6) + 0.1'
    """

    def __init__(
        self,
        run: Run | None = None,
        network: str = "age_income",
        trained: bool = False,
        shape: Architecture | None = None,
    ) -> None:
        self._shape, self._seed = Architecture() if shape is None else shape, 0
        self._sources: dict[str, Source] = {} if run is None else {RUN: of_run(run)}
        look_up("network", network, self._names)
        self._name = RUN if run is not None else network
        self._weights: Weights = "first"
        if true_or_false("trained", trained):
            self._weights = self._checked_weights("trained")
        self._x = self._source.presets[0].x

    @property
    def _names(self) -> dict[str, Callable[[], Source]]:
        """How each network is made, by name, in the order in which they are offered."""
        worked = {name: partial(_of_worked, make) for name, make in WORKED.items()}
        own = {RUN: lambda: self._sources[RUN]} if RUN in self._sources else {}
        return {**own, **worked, SHAPE: lambda: of_shape(self._shape, self._seed)}

    @property
    def _source(self) -> Source:
        """The network shown; each is made when it is first looked at."""
        if self._name not in self._sources:
            self._sources[self._name] = self._names[self._name]()
        return self._sources[self._name]

    def _checked_weights(self, wanted: Weights) -> Weights:
        return look_up("weights", wanted, {name: name for name in self._source.params})

    @property
    def settings(self) -> dict[str, Any]:
        """What is shown."""
        shape = asdict(self._shape) if self._name == SHAPE else None
        return {"network": self._name, "weights": self._weights, "x": list(self._x), "shape": shape}

    def probe(self) -> Run:
        """Return a run of one sample, whose first step is the pass shown."""
        source = self._source
        return probe(source.network, source.params[self._weights], source.scaled(self._x))

    @answers
    def _networks(self, _: Networks) -> Answer[NetworksView]:
        choices = tuple(self._choice(name) for name in self._names)
        shown = (self._name, self._weights)
        activations = tuple(Choice(name, label) for name, label in ACTIVATIONS.items())
        return Answer(NetworksView(choices, *shown, self._shape, activations, MOST_UNITS, MOST_HIDDEN))

    def _choice(self, name: str) -> NetworkChoice:
        """Return a network's entry in the list, without training it."""
        if name in WORKED:
            worked = WORKED[name]()
            label, words, trained, presets = (
                worked.example.label,
                worked.example.words,
                worked.updates > 0,
                worked.presets,
            )
        else:
            source = self._names[name]()
            label, words, trained = source.label, source.words, "trained" in source.params
            presets = source.presets if name == RUN else ()
        return NetworkChoice(name, label, words, trained, tuple(PresetView(one.label, one.x) for one in presets))

    @answers
    def _open(self, request: Open) -> Answer[PassView]:
        look_up("network", request.network, self._names)
        before = self._name, self._weights
        self._name = request.network
        try:
            weights = self._checked_weights(request.weights)
            x = self._source.presets[0].x if request.x is None else request.x
            self._source.scaled(x)
        except Exception:
            self._name, self._weights = before
            raise
        self._weights, self._x = weights, tuple(x)
        return self._view()

    @answers
    def _build(self, request: Build) -> Answer[PassView]:
        self._shape, self._seed, self._name, self._weights = request.shape, request.seed, SHAPE, "first"
        self._sources[SHAPE] = of_shape(request.shape, request.seed)
        self._x = self._source.presets[0].x
        return self._view()

    @answers
    def _explain(self, request: Explain) -> Answer[Explained]:
        moment, source = self.probe().at(0), self._source
        explanation = replace(moment.follow(parse_reference(request.reference)), terms=ALL_TERMS)
        return Answer(Explained(self._with_origin(explanation, source).to_dict()))

    def _with_origin(self, explanation: Explanation, source: Source) -> Explanation:
        """Return an explanation that says where inputs and parameters come from."""
        layer, part, index = explanation.reference
        if layer == "data" and part == "x":
            one = source.inputs[index[-1]]
            given = f"{self._x[index[-1]]:,g}"
            return replace(
                explanation, note=f"an input, {given} divided by {one.scale:,g}" if one.scale != 1 else "an input"
            )
        if part in ("weight", "bias") and self._weights == "trained":
            return replace(explanation, note=f"made by {source.updates} updates of training")
        return explanation

    def _view(self) -> Answer[PassView]:
        return Answer(pass_view(self._name, self._weights, self._shape, self._source, self._x, self.probe().at(0)))


def _of_worked(make: Callable[[], Worked]) -> Source:
    return of_worked(make())


def pass_view(
    name: str, weights: Weights, shape: Architecture, source: Source, x: Sequence[float], moment: Moment
) -> PassView:
    """Return a pass for the page."""
    given, layers = np.asarray(moment.x[0]), []
    for place, (layer, dense) in enumerate(zip(source.network.names, dense_layers(source.network), strict=True)):
        parts = moment.parts(layer)
        last = place + 1 == len(source.network.names)
        names = source.outputs if last else (source.hidden[place] if place < len(source.hidden) else ())
        signals = numbers(np.asarray(parts["x"][0])[:, None] * parts["weight"])
        layers.append(
            LayerPass(
                layer,
                type(dense.activation).__name__.lower(),
                names,
                numbers(parts["z"][0]),
                numbers(parts["a"][0]),
                numbers(parts["weight"]),
                numbers(parts["bias"]),
                signals,
            )
        )
    inputs = tuple(
        InputView(one.name, one.unit, one.low, one.high, one.step, float(value))
        for one, value in zip(source.inputs, x, strict=True)
    )
    says = source.says([float(value or 0.0) for value in layers[-1].a])
    return PassView(name, weights, shape if name == SHAPE else None, inputs, numbers(given), tuple(layers), says)
