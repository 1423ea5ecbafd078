"""The evidence in which symptoms are searched for, and what is found."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.trees import all_finite, leaves
from glassnet.data import Dataset
from glassnet.history.timeline import Timeline
from glassnet.nn.network import Network
from glassnet.run.moment import Moment, moment_at
from glassnet.train import TrainingState

EARLY = 6
"""Number of steps at the start whose updates are examined."""


class Finding(NamedTuple):
    """A mistake found in a run.

    Arguments:
        fault: its name, as in `faults.FAULTS`.
        certainty: from 0 to 1.
        evidence: how it shows, in a sentence with numbers.
    """

    fault: str
    certainty: float
    evidence: str

    def __str__(self) -> str:
        return f"{self.fault.replace('_', ' ')} ({self.certainty:.0%}): {self.evidence}"


@dataclass(frozen=True, eq=False)
class Evidence:
    """The record of a run: data, states, gradients and updates, not the names of rules or layers.

    Arguments:
        timeline: every state of the run, stored or recomputed.
    """

    timeline: Timeline

    @property
    def first(self) -> int:
        """The first recorded step."""
        return self.timeline.segments[0].first

    @property
    def step(self) -> int:
        """Updates made so far."""
        return self.state.step

    @property
    def state(self) -> TrainingState:
        """The current state of training."""
        return self.timeline.now

    @property
    def network(self) -> Network:
        """The network as it is now."""
        return self.timeline.segments[-1].plan.network

    @property
    def dataset(self) -> Dataset:
        """The data as they are now."""
        return self.timeline.segments[-1].plan.dataset

    def at(self, step: int) -> Moment:
        """Return a step with every number in it."""
        return moment_at(self.timeline, step)

    @cached_property
    def early(self) -> tuple[Moment, ...]:
        """The first recorded steps, as long as their numbers are finite."""
        moments: list[Moment] = []
        for step in range(self.first, min(self.first + EARLY, self.step)):
            moment = self.at(step)
            if not all_finite(moment.params_after):
                break
            moments.append(moment)
        return tuple(moments)


def flat(tree: Tree) -> Array:
    """Return all numbers of a tree in one vector."""
    return np.concatenate([np.ravel(values).astype(float) for _, values in leaves(tree)] or [np.zeros(0)])
