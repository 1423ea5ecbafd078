"""The evidence in which symptoms are searched for."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.trees import all_finite, leaves
from glassnet.data import Dataset
from glassnet.history.history import History
from glassnet.history.timeline import Timeline
from glassnet.nn.layers.chain import forward_chain
from glassnet.nn.network import Network
from glassnet.run.moment import Moment, moment_at
from glassnet.run.symptoms.search import Search, search_along
from glassnet.train import Plan, TrainingState, evaluate
from glassnet.train.evaluate import Evaluation

EARLY = 6
"""Number of steps at the start that are examined."""

SPREAD = 6
"""Number of steps, spread over the whole run, that are examined too."""

MANY = 512
"""Maximum number of training samples whose activations are examined."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """The record of a run: data, states, gradients and updates, not the names of rules or layers.

    Arguments:
        timeline: every state of the run, stored or recomputed.
        history: losses and epochs.
    """

    timeline: Timeline
    history: History
    _searched: dict[int, Search | None] = field(default_factory=dict, init=False, repr=False)

    @property
    def first(self) -> int:
        """The first recorded step."""
        return self.timeline.segments[0].first

    @property
    def step(self) -> int:
        """Updates made so far."""
        return self.state.step

    @property
    def epochs(self) -> int:
        """For how long to train a branch so that it can be compared: as many epochs as the run has begun."""
        return max(1, self.state.epoch + (self.state.offset > 0))

    @property
    def state(self) -> TrainingState:
        """The current state of training."""
        return self.timeline.now

    @property
    def plan(self) -> Plan:
        """Network, recipe and data as they are now."""
        return self.timeline.segments[-1].plan

    @property
    def network(self) -> Network:
        """The network as it is now."""
        return self.plan.network

    @property
    def dataset(self) -> Dataset:
        """The data as they are now."""
        return self.plan.dataset

    def at(self, step: int) -> Moment:
        """Return a step with every number in it."""
        return moment_at(self.timeline, step)

    @cached_property
    def early(self) -> tuple[Moment, ...]:
        """The first recorded steps, as long as their numbers are finite."""
        return self.finite(range(self.first, min(self.first + EARLY, self.step)))

    @cached_property
    def spread(self) -> tuple[Moment, ...]:
        """Steps from the whole run under its present settings."""
        first = self.timeline.segments[-1].first
        steps = sorted({round(step) for step in np.linspace(first, max(first, self.step - 1), SPREAD)})
        return self.finite([step for step in steps if step < self.step])

    def finite(self, steps: range | list[int]) -> tuple[Moment, ...]:
        """Return steps up to the first that made a number that is not finite."""
        moments: list[Moment] = []
        for step in steps:
            moment = self.at(step)
            if not all_finite(moment.params_after):
                break
            moments.append(moment)
        return tuple(moments)

    def search(self, moment: Moment) -> Search | None:
        """Return the loss along a step, searched once; None for a step that moves nothing."""
        if moment.step not in self._searched:
            self._searched[moment.step] = search_along(moment)
        return self._searched[moment.step]

    def outputs(self, state: TrainingState) -> dict[str, Array]:
        """Return every layer's output for many training samples, by name."""
        outputs: dict[str, Array] = {}
        x = self.plan.samples["train"].x[:MANY]
        layers = self.network.named_layers
        with np.errstate(all="ignore"):
            forward_chain(layers, state.params, state.layers, x, train=False, rng=self.plan.rng, outputs=outputs)
        return outputs

    @cached_property
    def results(self) -> dict[str, Evaluation]:
        """How good the run is now, on the parts that have samples."""
        parts = [part for part in ("train", "validation") if len(self.plan.samples[part].x)]
        return {part: evaluate(self.plan, self.state, part) for part in parts}


def flat(tree: Tree) -> Array:
    """Return all numbers of a tree in one vector."""
    return np.concatenate([np.ravel(values).astype(float) for _, values in leaves(tree)] or [np.zeros(0)])
