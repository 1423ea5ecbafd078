"""Training a skip-gram network, one batch of neighbours at a time."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number
from glassnet.base.errors import ShapeError
from glassnet.base.random import stream
from glassnet.nn.layers.layer import Params, Parts
from glassnet.nn.skip_gram import SkipGram
from glassnet.optim import Adam
from glassnet.optim.update_rule import UpdateRule


class SkipGramState(NamedTuple):
    """Everything that the next step depends on: the number of steps so far, both tables, the rule's state."""

    step: int
    params: Params
    rule_state: dict[str, Any]


@dataclass(frozen=True, eq=False)
class SkipGramPlan:
    """How a skip-gram network is trained.

    Arguments:
        network: the network to train.
        pairs: (centre, neighbour) by number, shape (n, 2), as from `neighbours`.
        counts: how often each word occurs in the text, shape (vocabulary,); random words are drawn in proportion to
            counts to the power ¾, and may by chance be true neighbours, as in Mikolov et al. (2013).
        negatives: number of random words for each true neighbour.
        batch_size: pairs per step.
        rule: how gradients change the tables.
        seed: determines initial vectors, batches and random words.

    >>> pairs = np.array([[0, 1], [1, 0], [2, 3], [3, 2]])
    >>> plan = SkipGramPlan(SkipGram(4, 2), pairs, np.ones(4), rule=Adam(0.1), batch_size=4)
    >>> state = plan.start()
    >>> losses = []
    >>> for _ in range(100):
    ...     state, parts = plan.step(state)
    ...     losses.append(float(parts["loss"].mean()))
    >>> round(losses[0], 3), round(losses[-1], 3)
    (4.142, 2.554)
    """

    network: SkipGram
    pairs: Array
    counts: Array
    negatives: int = 5
    batch_size: int = 512
    rule: UpdateRule = field(default_factory=lambda: Adam(0.02))
    seed: int = 0

    def __post_init__(self) -> None:
        whole_number("negatives", self.negatives, minimum=1)
        whole_number("batch_size", self.batch_size, minimum=1)
        if self.pairs.ndim != 2 or self.pairs.shape[1] != 2 or not len(self.pairs):
            raise ShapeError(f"pairs must be (centre, neighbour), shape (n, 2); got {self.pairs.shape}.")
        if self.counts.shape != (self.network.vocabulary,):
            raise ShapeError(
                f"counts must hold one number for each of {self.network.vocabulary} words; got {self.counts.shape}."
            )

    @cached_property
    def edges(self) -> Array:
        """The cumulative probabilities with which words are drawn."""
        weight = np.asarray(self.counts, float) ** 0.75
        return np.cumsum(weight / weight.sum())

    def start(self) -> SkipGramState:
        """Return the state before the first step."""
        params = self.network.build(stream(self.seed).child("tables"))
        return SkipGramState(0, params, self.rule.init(params))

    def batch(self, step: int) -> tuple[Array, Array]:
        """Return centre words (batch,) and each one's true neighbour and random words (batch, 1 + negatives)."""
        rng = stream(self.seed).child("batch", step)
        chosen = self.pairs[rng.child("pairs").integers(len(self.pairs), (self.batch_size,))]
        drawn = rng.child("negatives").uniform((self.batch_size, self.negatives), dtype="float64")
        negative = np.minimum(np.searchsorted(self.edges, drawn, side="right"), len(self.counts) - 1)
        return chosen[:, 0], np.concatenate([chosen[:, 1:], negative], axis=1)

    def step(self, state: SkipGramState) -> tuple[SkipGramState, Parts]:
        """Return the state after one update, and the parts of its batch, including its words and losses."""
        centre, others = self.batch(state.step)
        loss, parts = self.network.forward(state.params, centre, others)
        grads = self.network.backward(state.params, parts)
        params, after = self.rule.update(grads, state.rule_state, state.params, self.rule.learning_rate)
        return SkipGramState(state.step + 1, params, after), {**parts, "centre": centre, "others": others, "loss": loss}
