"""Groups without labels: which customers are alike?"""

from dataclasses import dataclass
from functools import cache
from typing import Annotated

import numpy as np
from scipy.cluster.vq import kmeans, vq

from glassnet import Adam, Dataset, Dense, Network, Recipe, Run
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.data.split import split
from glassnet.widgets.application.application import About
from glassnet.widgets.wire import Answer, Length, Limits, Reply, Request
from glassnet.widgets.wire.writing import floats

HABITS = ("visits a month", "euros a visit", "share bought online, %", "share on offer, %")
LOW, HIGH = (0.0, 5.0, 0.0, 0.0), (20.0, 120.0, 100.0, 100.0)
KINDS = ((3.0, 90.0, 15.0, 20.0), (14.0, 15.0, 10.0, 45.0), (5.0, 45.0, 85.0, 30.0), (8.0, 35.0, 40.0, 85.0))
"""Four ways to shop, which the network is never told."""
EACH = 75
FEWEST, MOST = 2, 6
ATTEMPTS = 20
"""How often k-means begins anew; the best division counts."""


@dataclass(frozen=True)
class GroupCustomers(Request):
    """Divide the customers into groups, and say in which one the reader would be."""

    groups: Annotated[int, Limits(FEWEST, MOST)]
    own: Annotated[tuple[Annotated[float, Limits(0, 120)], ...], Length(len(HABITS), len(HABITS))]


@dataclass(frozen=True)
class GroupView(Reply):
    """One group: how many customers, and their mean habits."""

    count: int
    habits: tuple[float, ...]


@dataclass(frozen=True)
class GroupsView(Reply):
    """The groups, largest first. Buffers: each customer's place on the map (2 each), and group.

    `own` is the reader's place, `group` the reader's group.
    """

    habits: tuple[str, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    groups: tuple[GroupView, ...]
    own: tuple[float, float]
    group: int


@cache
def shoppers() -> Array:
    """Return the habits of 300 invented customers, shape (300, 4).

    >>> shoppers().shape
    (300, 4)
    """
    rng = stream(0).child("customers")
    spread = np.array([1.6, 9.0, 9.0, 9.0])
    drawn = [kind + rng.child(place).normal((EACH, len(HABITS)), 0.0, 1.0) * spread for place, kind in enumerate(KINDS)]
    return np.clip(np.concatenate(drawn), LOW, HIGH)


class Customers:
    """An autoencoder squeezes four habits into two numbers, a map; k-means finds groups on it."""

    about = About(
        title="Groups customers",
        data="the habits of 300 invented customers, and no labels",
        network="4 inputs, 8, 2, 8, and 4 outputs that shall repeat the inputs: 118 numbers",
        turn="rounds",
        score="mean error of the repetition",
        unit="",
        ends=(0.0, 1.0),
    )
    turns = 50

    def __init__(self) -> None:
        habits = shoppers()
        self._mean, self._deviation = habits.mean(axis=0), habits.std(axis=0)
        x = self._scaled(habits)
        parts = split(x, stream(0).child("parts"), validation=0.2, test=0.0)
        network = Network([Dense(8, "tanh"), Dense(2), Dense(8, "tanh"), Dense(4)])
        recipe = Recipe("mean_squared_error", Adam(0.01), batch_size=30, seed=1)
        self.run = Run(network, recipe, Dataset("customers", x, x, parts), memory=0)

    def _scaled(self, habits: Array) -> Array:
        return (habits - self._mean) / self._deviation

    def train(self) -> None:
        """Make about two passes over the customers."""
        self.run.advance(16)

    def score(self) -> float:
        """Return the mean error of repeated habits of held-out customers, in standard deviations."""
        held_out = self.run.dataset.validation
        return float(np.abs(self.run.predict(held_out.x) - held_out.y).mean())

    def _code(self, x: Array) -> Array:
        """Return the two numbers in the middle of the network."""
        params = self.run.parameters()
        first, second = (params[name] for name in self.run.network.names[:2])
        return np.asarray(np.tanh(x @ first["weight"] + first["bias"]) @ second["weight"] + second["bias"])

    def group(self, request: GroupCustomers) -> Answer[GroupsView]:
        """Divide the customers into groups by their places on the map."""
        places = self._code(self._scaled(shoppers()))
        own = self._code(self._scaled(np.array([request.own])))
        centres, _ = kmeans(places, request.groups, iter=ATTEMPTS, seed=0)
        found, _ = vq(places, centres)
        order = np.argsort(-np.bincount(found, minlength=len(centres)), kind="stable")
        rank = np.argsort(order)
        group = rank[found]
        views = tuple(
            GroupView(int((group == one).sum()), tuple(shoppers()[group == one].mean(axis=0).tolist()))
            for one in range(len(centres))
        )
        where = (float(own[0, 0]), float(own[0, 1]))
        view = GroupsView(HABITS, LOW, HIGH, views, where, int(rank[vq(own, centres)[0][0]]))
        return Answer(view, [floats(places), floats(group)])
