"""A text, and a skip-gram network that learns from it in slices of time."""

from collections import Counter
from collections.abc import Sequence
from time import perf_counter
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.base.random import stream
from glassnet.data.neighbours import neighbours
from glassnet.data.sentences import KINDS, sentences
from glassnet.nn.skip_gram import SkipGram
from glassnet.optim import Adam
from glassnet.train.skip_gram import SkipGramPlan
from glassnet.widgets.text_to_vectors.messages import LatestPair, NeighbourSeen
from glassnet.widgets.text_to_vectors.space import flat_map
from glassnet.widgets.text_to_vectors.texts import sentences_of

SENTENCES = 5000
STEPS = 2000
UNITS = 24
WINDOW = 3
RARE = 0.01
MIN_WORDS, MAX_WORDS = 5, 400
SLICE_SECONDS = 0.04


class WordTraining:
    """Words, their vectors, and a map of them.

    Arguments:
        text: the sentences, each a list of words; words beyond the 400 most frequent ones are ignored.
        seed: of the initial vectors, batches and random words.

    >>> training = WordTraining([["a", "cat", "eats"], ["a", "dog", "eats", "too"]], 0)
    >>> training.words
    ('a', 'eats', 'cat', 'dog', 'too')
    >>> training.advance(3)
    >>> training.step, training.vectors.shape
    (3, (5, 24))
    """

    def __init__(self, text: Sequence[Sequence[str]], seed: int) -> None:
        counts = Counter(word for sentence in text for word in sentence).most_common(MAX_WORDS)
        self.words: tuple[str, ...] = tuple(word for word, _ in counts)
        if len(self.words) < MIN_WORDS:
            raise DataError(f"{len(self.words)} different words are too few to learn from; use at least {MIN_WORDS}.")
        self.numbers = {word: number for number, word in enumerate(self.words)}
        self.sentences = len(text)
        # `neighbours` numbers words from 1: 0 is padding
        coded = [np.array([self.numbers[word] + 1 for word in line if word in self.numbers]) for line in text]
        pairs = _pairs(coded, seed)
        self._plan = SkipGramPlan(
            SkipGram(len(self.words), UNITS), pairs, np.array([n for _, n in counts]), rule=Adam(0.02), seed=seed
        )
        self._state = self._plan.start()
        self._places: Array | None = None
        self.latest: LatestPair | None = None

    @classmethod
    def of_world(cls, seed: int) -> "WordTraining":
        """Return training on the built-in sentences."""
        return cls([sentence.split() for sentence in sentences(SENTENCES, seed=seed)], seed)

    @classmethod
    def of_text(cls, text: object, seed: int) -> "WordTraining":
        """Return training on a reader's text."""
        return cls(sentences_of(text), seed)

    @property
    def step(self) -> int:
        """The number of updates made."""
        return self._state.step

    @property
    def done(self) -> bool:
        """Whether training has finished."""
        return self.step >= STEPS

    @property
    def pairs(self) -> int:
        """The number of pairs of neighbours."""
        return len(self._plan.pairs)

    @property
    def vectors(self) -> Array:
        """The words' vectors, shape (words, units)."""
        return self._state.params["centre"]["weight"]

    @property
    def kinds(self) -> list[str]:
        """The kind of each word in the built-in sentences; "" for other words."""
        known = {word: kind for kind, words in KINDS.items() for word in words}
        return [known.get(word, "") for word in self.words]

    def advance(self, steps: int, seconds: float = SLICE_SECONDS) -> None:
        """Make up to `steps` updates within a time limit, but at least one unless training has finished."""
        end = perf_counter() + seconds
        parts = None
        for _ in range(min(steps, STEPS - self.step)):
            self._state, parts = self._plan.step(self._state)
            if perf_counter() > end:
                break
        if parts is not None:
            self.latest = self._describe(parts)

    def map(self) -> tuple[Array, float]:
        """Return each word's position on the map, shape (words, 2), and the fraction of variance that the map shows."""
        self._places, explained = flat_map(self.vectors, self._places)
        return self._places, explained

    def _describe(self, parts: Any) -> LatestPair:
        """Return the batch's mean loss, and its first pair with the random words drawn for it."""
        probability = 1 / (1 + np.exp(-parts["z"][0].astype(float)))
        seen = (
            NeighbourSeen(self.words[word], float(z), float(p))
            for word, z, p in zip(parts["others"][0], parts["z"][0], probability, strict=True)
        )
        return LatestPair(float(parts["loss"].mean()), self.words[parts["centre"][0]], tuple(seen))


def _pairs(coded: Sequence[Array], seed: int) -> Array:
    """Return which words stand near which; a text that is too short for that is refused in words for its writer."""
    try:
        return neighbours(coded, window=WINDOW, rare=RARE, rng=stream(seed).child("neighbours")) - 1
    except DataError:
        raise DataError(
            f"This text is too short to learn from: {sum(map(len, coded))} words in {len(coded)} sentences, too few of "
            "them side by side. Add some sentences of several words."
        ) from None
