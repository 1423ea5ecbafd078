"""Recommendations: which films will you like?"""

from dataclasses import dataclass
from functools import cache
from typing import Annotated

import numpy as np

from glassnet import L2, Adam, Branch, Dataset, Dense, Embedding, Flatten, Network, Recipe, Run, Select
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.widgets.application.application import About
from glassnet.widgets.wire import Answer, Length, Limits, Reply, Request

FILMS = (
    "Space Pirates", "Robots at Dawn", "The Last Comet", "Signals from Mars",
    "Letters in Spring", "A Kiss in Lisbon", "Two Hearts", "The Wedding Cake",
    "The Haunted Pier", "Night of the Bats", "Whispers Below", "The Cold House",
)  # fmt: skip
KINDS = ("science fiction", "romance", "horror")
OF_KIND = 4
USERS = 60
RATED = 0.6
MIDDLE = 3.0
TASTES = 3
"""How many numbers describe a person or a film."""
AGAIN = 150
"""Updates after the reader has rated something."""


@dataclass(frozen=True)
class Rate(Request):
    """Rate films from 1 to 5 stars; 0 is no rating."""

    stars: Annotated[tuple[Annotated[int, Limits(0, 5)], ...], Length(len(FILMS), len(FILMS))]


@dataclass(frozen=True)
class RatingsView(Reply):
    """The films with the stars that the network expects the reader to give, and which film it recommends."""

    films: tuple[str, ...]
    kinds: tuple[str, ...]
    expected: tuple[float, ...]
    rated: int
    best: int


@cache
def known_ratings() -> tuple[Array, Array]:
    """Return who rated what, shape (ratings, 2), and the stars minus 3, shape (ratings, 1); user 0 is the reader.

    Everyone likes the three kinds of films to a different degree, and some films are better than others of their kind.

    >>> pairs, stars = known_ratings()
    >>> pairs.shape[1], int(pairs[:, 0].min()), float(stars.min()), float(stars.max())
    (2, 1, -2.0, 2.0)
    """
    rng = stream(0).child("ratings")
    taste = rng.child("taste").uniform((USERS, len(KINDS)), -2.2, 2.2)
    quality = rng.child("quality").normal((len(FILMS),), 0.0, 0.3)
    kind = np.arange(len(FILMS)) // OF_KIND
    stars = taste[:, kind] + quality + rng.child("mood").normal((USERS, len(FILMS)), 0.0, 0.3)
    user, film = np.nonzero(rng.child("rated").uniform((USERS, len(FILMS))) < RATED)
    return np.stack([user + 1, film], axis=1), np.clip(np.rint(stars[user, film]), -2, 2)[:, None]


class Ratings:
    """Matrix factorisation: a vector for each user times one for each film."""

    about = About(
        title="Recommends films",
        data=f"what {USERS} people gave 12 invented films: about 60 of 100 possible ratings",
        network="3 numbers for each person and for each film, multiplied and added up: 223 numbers",
        turn="rounds",
        score="mean error in stars, ratings held back",
        unit="",
        ends=(0.0, 2.0),
    )
    turns = 40

    def __init__(self) -> None:
        sides = [
            [Select([place]), Embedding(count, TASTES), Flatten()]
            for place, count in enumerate((USERS + 1, len(FILMS)))
        ]
        network = Network([Branch(sides, merge="multiply"), Dense(1)])
        recipe = Recipe("mean_squared_error", Adam(0.02), batch_size=32, regularizer=L2(0.003))
        self.run = Run(network, recipe, self._dataset(), memory=0)
        self._stars: tuple[int, ...] = (0,) * len(FILMS)

    @staticmethod
    def _dataset(own: Array | None = None, stars: Array | None = None) -> Dataset:
        pairs, given = known_ratings()
        held_out = np.arange(len(pairs)) % 6 == 0
        parts = {"train": np.nonzero(~held_out)[0], "validation": np.nonzero(held_out)[0]}
        if own is not None and stars is not None and len(own):
            parts["train"] = np.concatenate([parts["train"], len(pairs) + np.arange(len(own))])
            pairs, given = np.concatenate([pairs, own]), np.concatenate([given, stars])
        return Dataset("ratings", pairs, given, parts)

    def train(self) -> None:
        """Make one pass over the ratings."""
        self.run.advance(12)

    def score(self) -> float:
        """Return the mean error of the ratings that were held back, in stars."""
        held_out = self.run.dataset.validation
        return float(np.abs(self.run.predict(held_out.x) - held_out.y).mean())

    def rate(self, request: Rate) -> Answer[RatingsView]:
        """Learn the reader's ratings too, and return what the reader should like."""
        if request.stars != self._stars:
            self._stars = request.stars
            films = np.nonzero(np.array(request.stars))[0]
            own = np.stack([np.zeros_like(films), films], axis=1)
            stars = np.array(request.stars, float)[films, None] - MIDDLE
            self.run.change(dataset=self._dataset(own, stars))
            self.run.advance(AGAIN)
        every = np.stack([np.zeros(len(FILMS), int), np.arange(len(FILMS))], axis=1)
        expected = np.clip(self.run.predict(every)[:, 0] + MIDDLE, 1.0, 5.0)
        unseen = np.where(np.array(self._stars) == 0, expected, -np.inf)
        kinds = tuple(KINDS[place // OF_KIND] for place in range(len(FILMS)))
        rated = int(np.count_nonzero(self._stars))
        return Answer(RatingsView(FILMS, kinds, tuple(expected.tolist()), rated, int(unseen.argmax())))
