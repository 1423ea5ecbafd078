"""The Python side of the custom activation widget: one request in, one reply out."""

import math

import numpy as np

from glassnet import Adam, Dense, DivergedError, FormulaActivation, Network, Recipe, Run, data
from glassnet.base.errors import SettingError
from glassnet.nn.activations import Activation, Tanh
from glassnet.widgets.activation_explorer.functions import value_and_slope
from glassnet.widgets.custom_activation.messages import (
    Begin,
    Check,
    Example,
    Examples,
    ExamplesView,
    Networks,
    NetworkView,
    Read,
    Reading,
    Train,
)
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats

EXAMPLES = {
    "sine": "sin(z)",
    "SiLU": "z / (1 + exp(-z))",
    "a bump": "exp(-z^2)",
    "leaky ReLU with α = 0.2": "where(z > 0, z, 0.2 * z)",
    "clipped": "max(-1, min(1, z))",
    "a straight line": "0.5 * z",
}
PROBES = (-2.3, -0.7, 0.4, 1.7)
NUDGE = 1e-6
STEPS = 150
UNITS = 8


class CustomActivationSession(Session):
    """One reader's formula, and two networks: one with the formula, one with tanh.

    Attributes:
        settings: the last valid formula, as a dict.

    >>> head, _ = CustomActivationSession("sin(z)").handle({"id": 1, "kind": "read", "formula": "z * z"})
    >>> head["slope"], head["checks"][0]["found"]
    ('2 * z', -4.6)
    """

    def __init__(self, formula: str) -> None:
        self.settings = {"formula": formula}
        self._runs: dict[str, Run] = {}
        self._losses: dict[str, list[float]] = {}

    @answers
    def _examples(self, _: Examples) -> Answer[ExamplesView]:
        examples = tuple(Example(label, formula) for label, formula in EXAMPLES.items())
        return Answer(ExamplesView(examples, self.settings["formula"], STEPS))

    @answers
    def _read(self, request: Read) -> Answer[Reading]:
        g = FormulaActivation(request.formula)
        z = np.linspace(-5.0, 5.0, 241)
        with np.errstate(all="ignore"):  # a formula may be undefined somewhere; the page leaves a gap there
            curves = value_and_slope(g, z)
        self.settings = {"formula": g.formula}
        reading = Reading(g.formula, g.mathml, g.slope, g.slope_mathml, tuple(_check(g, at) for at in PROBES))
        return Answer(reading, [floats(z), *map(floats, curves)])

    @answers
    def _begin(self, request: Begin) -> Answer[Networks]:
        activations: dict[str, Activation] = {"your activation": FormulaActivation(request.formula), "tanh": Tanh()}
        self._runs = {name: make_run(activation) for name, activation in activations.items()}
        self._losses = {name: [] for name in self._runs}
        return self._frame()

    @answers
    def _train(self, request: Train) -> Answer[Networks]:
        if not self._runs:
            raise SettingError("No network is being trained yet: send a begin request first.")
        left = STEPS - next(iter(self._runs.values())).step
        try:
            for name, run in self._runs.items():
                self._losses[name] += [run.advance().loss for _ in range(min(request.steps, left))]
        except DivergedError as error:
            self._runs = {}
            raise SettingError(f"Training stopped: {error} Try another formula.") from error
        return self._frame()

    def _frame(self) -> Answer[Networks]:
        views = []
        for name, run in self._runs.items():
            found = run.evaluate("train")
            views.append(NetworkView(name, float(found.accuracy or 0.0), float(found.loss)))
        step = next(iter(self._runs.values())).step
        losses = [floats(np.array(values)) for values in self._losses.values()]
        return Answer(Networks(step, step >= STEPS, tuple(views)), losses)


def make_run(activation: Activation) -> Run:
    """Return a run on two moons: all points in each step, the same first weights for every activation."""
    points = data.moons(150, noise=0.1, seed=3, validation=0.0)
    network = Network([Dense(UNITS, activation), Dense(UNITS, activation), Dense(1)])
    return Run(network, Recipe("sigmoid_cross_entropy", Adam(0.03), batch_size=150, seed=1), points)


def _check(g: FormulaActivation, z: float) -> Check:
    """Return value and derivative at one z: from the formula, and by nudging z."""
    with np.errstate(all="ignore"):
        below, here, above = g.forward(np.array([z - NUDGE, z, z + NUDGE]))
        found = float(value_and_slope(g, np.array([z]))[1][0])
    seen = float(above - below) / (2 * NUDGE)
    agrees = math.isfinite(found) and math.isclose(found, seen, rel_tol=1e-4, abs_tol=1e-4)
    return Check(z, float(here), found, seen, agrees)
