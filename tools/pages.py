"""What users find, in groups: the catalogue's kinds, and around them all that is no building block.

A group is a chapter of the reference, and what it offers is what `import glassnet as gn` offers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from glassnet import data, widgets
from glassnet.base import errors
from glassnet.explain import Explainer, Explanation, Reference
from glassnet.nn.network import Network
from glassnet.run import Moment, Run, Sequential, callbacks, fit, load
from glassnet.run.compare import Comparison
from glassnet.study import Ensemble, Fair, fair
from glassnet.study.faults import inject
from glassnet.study.landscape import landscape
from glassnet.study.over_time import flow_over_time, sample_history
from glassnet.train import Plan, Recipe, Setup, lbfgs_steps, newton_steps, perceptron_steps
from glassnet.train.catalogue import CATALOGUE
from glassnet.train.skip_gram import SkipGramPlan


@dataclass(frozen=True)
class Group:
    """A chapter of the reference.

    Arguments:
        title: its heading.
        things: what it has pages for, each by the name it is asked for by where it has one.
        within: those of them that users get from others: they are no names of `gn`.
    """

    title: str
    things: dict[str, Any]
    within: tuple[Any, ...] = ()

    @property
    def offered(self) -> Iterator[Any]:
        """What `gn` offers of them."""
        return (thing for thing in self.things.values() if thing not in self.within)


def named(*things: Any) -> dict[str, Any]:
    """Return things under their own names."""
    return {thing.__name__: thing for thing in things}


def of_module(module: Any, functions: bool) -> dict[str, Any]:
    """Return the functions, or the classes, that a module offers."""
    found = {name: getattr(module, name) for name in module.__all__}
    return {name: thing for name, thing in found.items() if callable(thing) and name.islower() == functions}


MAKERS = of_module(data, functions=True)
EXPLAINING = (Moment, Explanation, Reference, Explainer, fair, Fair, Comparison)

AROUND = {
    "explaining": Group(
        "Any number, and its reason",
        named(*EXPLAINING, landscape, sample_history, flow_over_time, inject),
        within=(Explainer, Fair, Comparison, inject),
    ),
    "training": Group("Training", named(Network, fit, load, Run, Recipe, Setup, Plan, Sequential, Ensemble)),
    "callbacks": Group("Callbacks", of_module(callbacks, functions=False)),
    "trainers": Group(
        "Trainers of their own",
        named(perceptron_steps, newton_steps, lbfgs_steps, SkipGramPlan),
        within=(SkipGramPlan,),
    ),
    "widgets": Group(
        "Widgets",
        {name: getattr(widgets, name) for name in widgets.__all__},
        within=tuple(getattr(widgets, name) for name in widgets.__all__),
    ),
}

GROUPS = {
    kind.folder: Group(
        kind.title,
        named(data.Dataset) | MAKERS if kind.folder == "data" else {**kind.things, **named(*kind.nameless)},
        within=() if kind.offered_by == "gn" else tuple(thing for thing in (*kind.offered, *MAKERS.values())),
    )
    for kind in CATALOGUE.values()
} | AROUND
"""By the folder of their pages."""

MODULES = {
    "glassnet": ("data", "widgets"),
    "glassnet.lessons": ("exercises",),
    "glassnet.nn": ("metrics",),
    "glassnet.study": ("faults",),
}
"""Modules that `gn` offers as they are, by the package they are in."""

ERRORS = tuple(cls for cls in vars(errors).values() if isinstance(cls, type) and cls.__module__ == errors.__name__)
