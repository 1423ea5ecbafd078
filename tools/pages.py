"""The public names, in groups: the kinds of the catalogue, and everything that is not a building block.

Each group is a chapter of the reference; together they are what `import glassnet as gn` offers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from glassnet import data, figures, widgets
from glassnet.base import errors
from glassnet.explain import Explainer, Explanation, Reference
from glassnet.fitting import Sequential, fit
from glassnet.fitting.callbacks import CALLBACKS, Callback
from glassnet.nn.activations.activation import Activation
from glassnet.nn.layers.layer import Layer
from glassnet.nn.losses.loss import Loss
from glassnet.nn.network import Network
from glassnet.optim.update_rule import UpdateRule
from glassnet.run import Moment, Run, load
from glassnet.run.compare import Comparison
from glassnet.study import Ensemble, Fair, Maze, Perceptron, QLearning, fair
from glassnet.study.faults import inject
from glassnet.study.landscape import landscape
from glassnet.study.over_time import flow_over_time, sample_history
from glassnet.train import Plan, Recipe, Setup, lbfgs_steps, newton_steps, perceptron_steps
from glassnet.train.catalogue import CATALOGUE
from glassnet.train.register import register
from glassnet.train.skip_gram import SkipGramPlan


@dataclass(frozen=True)
class Group:
    """A chapter of the reference.

    Arguments:
        title: its heading.
        things: the things with a page, by the name that selects each one, if any.
        within: those of them that users get from other objects: they are not names in `gn`.
    """

    title: str
    things: dict[str, Any]
    within: tuple[Any, ...] = ()

    @property
    def offered(self) -> Iterator[Any]:
        """Those that are names in `gn`."""
        return (thing for thing in self.things.values() if thing not in self.within)


def named(*things: Any) -> dict[str, Any]:
    """Return things under their own names."""
    return {thing.__name__: thing for thing in things}


def all_of(module: Any) -> dict[str, Any]:
    """Return what a module offers, by name."""
    return {name: getattr(module, name) for name in module.__all__}


MAKERS = {name: thing for name, thing in all_of(data).items() if name.islower()}
EXPLAINING = (Moment, Explanation, Reference, Explainer, fair, Fair, Comparison)

AROUND = {
    "explaining": Group(
        "Explaining numbers",
        named(*EXPLAINING, landscape, sample_history, flow_over_time, inject),
        within=(Explainer, Fair, Comparison, inject),
    ),
    "training": Group(
        "Training", named(Network, fit, load, Run, Recipe, Setup, Plan, Sequential, Ensemble, QLearning, Maze)
    ),
    "own": Group("Classes of your own", named(register, Layer, Loss, UpdateRule, Activation)),
    "callbacks": Group("Callbacks", named(Callback, *CALLBACKS.values())),
    "trainers": Group(
        "Special trainers",
        named(perceptron_steps, Perceptron, newton_steps, lbfgs_steps, SkipGramPlan),
        within=(SkipGramPlan,),
    ),
    "figures": Group("Figures", all_of(figures), within=tuple(all_of(figures).values())),
    "widgets": Group("Widgets", all_of(widgets), within=tuple(all_of(widgets).values())),
}

GROUPS = {
    kind.folder: Group(
        kind.title,
        named(data.Dataset) | MAKERS if kind.folder == "data" else {**kind.things, **named(*kind.nameless)},
        within=() if kind.offered_by == "gn" else tuple(thing for thing in (*kind.offered, *MAKERS.values())),
    )
    for kind in CATALOGUE.values()
} | AROUND
"""Groups by the folder of their pages."""

MODULES = {
    "glassnet": ("data", "figures", "widgets"),
    "glassnet.lessons": ("exercises",),
    "glassnet.nn": ("metrics",),
    "glassnet.study": ("faults",),
}
"""Modules that `gn` offers as they are, by the package they are in."""

ERRORS = tuple(cls for cls in vars(errors).values() if isinstance(cls, type) and cls.__module__ == errors.__name__)
