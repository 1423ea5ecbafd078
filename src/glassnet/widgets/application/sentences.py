"""Text: is a sentence friendly or not?"""

from dataclasses import dataclass
from functools import cache
from typing import Annotated

import numpy as np

from glassnet import GRU, Adam, Dataset, Dense, Embedding, Network, Recipe, Run
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.data.split import split
from glassnet.data.text import Vocabulary
from glassnet.data.tokens import tokens
from glassnet.widgets.application.application import About
from glassnet.widgets.wire import Answer, MaxLength, Reply, Request

LENGTH = 12
MAX_CHARACTERS = 200
THINGS = (
    "film", "book", "meal", "song", "party", "trip", "story", "game", "hotel", "room", "music", "place",
    "food", "coffee", "weather", "concert", "soup", "holiday", "day", "teacher", "lesson", "beach", "view",
    "service",
)  # fmt: skip
GOOD = (
    "good", "great", "lovely", "wonderful", "nice", "brilliant", "excellent", "fun", "beautiful", "perfect",
    "friendly", "fantastic", "delicious", "exciting", "amazing", "pleasant",
)  # fmt: skip
BAD = (
    "bad", "awful", "terrible", "boring", "horrible", "poor", "dull", "ugly", "sad", "dreadful", "rude",
    "disappointing", "cold", "disgusting", "slow", "nasty",
)  # fmt: skip
VERY = ("", "", "very", "really", "so", "quite", "absolutely")
LIKE, DISLIKE = ("loved", "enjoyed", "liked", "adored"), ("hated", "disliked", "regretted", "detested")
TEMPLATES = (
    "the {thing} was {very} {mood}",
    "this {thing} is {very} {mood}",
    "what a {mood} {thing}",
    "it was a {very} {mood} {thing}",
    "i think the {thing} was {mood}",
    "the {thing} was {mood} and {same}",
    "a {mood} {thing} and a {same} {other}",
    "the {thing} was not {opposite}",
    "this {thing} is not {very} {opposite}",
    "it was never {opposite}",
    "not a {opposite} {thing}",
    "i {verb} the {thing}",
    "we {verb} it {very} much",
    "i did not like the {thing}|i did not hate the {thing}",
)
"""A bar separates an unfriendly sentence from a friendly one. After "not", the opposite word says the same."""


@dataclass(frozen=True)
class ReadSentence(Request):
    """Read a sentence."""

    text: Annotated[str, MaxLength(MAX_CHARACTERS)]


@dataclass(frozen=True)
class SentenceView(Reply):
    """How friendly a sentence is after each of its words, from 0 to 1, and which of its words the network knows."""

    words: tuple[str, ...]
    known: tuple[bool, ...]
    after: tuple[float, ...]
    left_out: int


@cache
def sentiment(count: int = 1200) -> tuple[tuple[str, ...], Array]:
    """Return sentences, and 1 for each friendly one and 0 for the others.

    >>> texts, friendly = sentiment()
    >>> texts[0], int(friendly[0])
    ('this lesson is not dreadful', 1)
    """
    rng = stream(0).child("sentiment")
    draws = rng.uniform((count, 8), dtype="float64")
    made = [_sentence(row) for row in draws]
    return tuple(text for text, _ in made), np.array([friendly for _, friendly in made])


def _sentence(draws: Array) -> tuple[str, int]:
    """Make one sentence from eight numbers between 0 and 1."""

    def pick(of: tuple[str, ...], place: int) -> str:
        return of[int(draws[place] * len(of))]

    friendly = bool(draws[0] < 0.5)
    own, opposite = (GOOD, BAD) if friendly else (BAD, GOOD)
    template = pick(TEMPLATES, 1).split("|")[-1 if friendly else 0]
    text = template.format(
        thing=pick(THINGS, 2), other=pick(THINGS, 3), very=pick(VERY, 4), mood=pick(own, 5), same=pick(own, 6),
        opposite=pick(opposite, 5), verb=pick(LIKE if friendly else DISLIKE, 7),
    )  # fmt: skip
    return " ".join(text.split()), int(friendly)


class Sentences:
    """A recurrent network that reads word by word."""

    about = About(
        title="Feels the mood of a sentence",
        data="900 short sentences, each marked as friendly or not",
        network="8 numbers for each word, 12 recurrent neurons, 1 output: 1,485 numbers",
        turn="rounds",
        score="new sentences judged rightly",
        unit="%",
        ends=(0.0, 100.0),
    )
    turns = 30

    def __init__(self) -> None:
        texts, friendly = sentiment()
        self._vocabulary = Vocabulary.of(texts)
        x = np.stack([self._vocabulary.encode(text, LENGTH) for text in texts])
        parts = split(friendly, stream(0).child("split"), validation=0.25, test=0.0)
        dataset = Dataset("sentences", x, friendly, parts, (), ("unfriendly", "friendly"))
        network = Network([Embedding(len(self._vocabulary), 8), GRU(12), Dense(1, "sigmoid")])
        self.run = Run(network, Recipe("binary_cross_entropy", Adam(0.01), batch_size=45), dataset, memory=0)

    def train(self) -> None:
        """Make ten updates."""
        self.run.advance(10)

    def score(self) -> float:
        """Return the percentage of held-out sentences that are judged rightly."""
        return 100 * float(self.run.evaluate("validation").accuracy or 0.0)

    def read(self, request: ReadSentence) -> Answer[SentenceView]:
        """Read a sentence word by word; words that the network has never seen are named."""
        found = [word for word in tokens(request.text) if word[0].isalnum()]
        words = found[:LENGTH]
        known = tuple(word in self._vocabulary.numbers for word in words)
        beginnings = [" ".join(words[:place]) for place in range(1, len(words) + 1)]
        after: tuple[float, ...] = ()
        if beginnings:
            x = np.stack([self._vocabulary.encode(beginning, LENGTH) for beginning in beginnings])
            after = tuple(self.run.predict(x)[:, 0].tolist())
        return Answer(SentenceView(tuple(words), known, after, len(found) - len(words)))
