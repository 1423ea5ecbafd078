"""Neighbouring words, sentence by sentence."""

from collections.abc import Sequence

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.checks import array_of_numbers, number, whole_number
from glassnet.base.errors import DataError
from glassnet.base.random import RandomStream


@checked
def neighbours(sentences: Sequence[Array], *, window: int = 3, rare: float = 1.0, rng: RandomStream) -> Array:
    """Return all pairs (centre, neighbour) of words at most `window` positions apart in the same sentence.

    Words that are more frequent than `rare` are left out of some pairs, each with probability 1 − √(rare / frequency)
    (Mikolov et al., 2013, equation 5): "the" is near everything and says little.

    Arguments:
        sentences: the numbers of each sentence's words, above 0, shape (length,) each.
        window: how many words on each side are neighbours.
        rare: fraction of all words up to which a word counts as rare; 1 keeps every pair.
        rng: decides which pairs are left out.

    Returns:
        whole numbers, shape (pairs, 2), each pair in both directions.

    Raises:
        DataError: no sentence has two words, or no pair is left.

    >>> from glassnet.base.random import stream
    >>> neighbours([np.array([2, 3, 4]), np.array([5, 2])], window=1, rng=stream(0)).tolist()
    [[2, 3], [3, 4], [5, 2], [3, 2], [4, 3], [2, 5]]
    """
    whole_number("window", window, minimum=1)
    number("rare", rare, above=0, maximum=1)
    table = _table(sentences)
    near = [(table[:, :-gap], table[:, gap:]) for gap in range(1, min(window, table.shape[1] - 1) + 1)]
    one_way = np.concatenate([np.stack([left, right], axis=-1)[(left > 0) & (right > 0)] for left, right in near])
    pairs = np.concatenate([one_way, one_way[:, ::-1]])
    counts = np.bincount(table[table > 0])
    keep = np.minimum(1.0, np.sqrt(rare * counts.sum() / np.maximum(counts, 1)))
    drawn = rng.child("frequent").uniform((len(pairs),), dtype="float64")
    kept = pairs[drawn < keep[pairs].prod(axis=1)]
    if not len(kept):
        raise DataError(
            f"No pair of neighbours is left of {len(pairs)}: in a text of {counts.sum()} words every word is frequent "
            f"(rare={rare:g}); pass a longer text, or rare=1.0."
        )
    return kept


def _table(sentences: Sequence[Array]) -> Array:
    """Return the sentences as rows of one table, padded with 0."""
    sentences = [array_of_numbers("a sentence", sentence) for sentence in sentences]
    wrong = next((one for one in sentences if one.ndim != 1 or one.dtype.kind not in "iu"), None)
    if wrong is not None:
        raise DataError(f"A sentence must be the numbers of its words, shape (words,); got {wrong!r:.100}.")
    longest = max((len(sentence) for sentence in sentences), default=0)
    if longest < 2:
        raise DataError("At least one sentence must have two or more words; none has.")
    table = np.zeros((len(sentences), longest), dtype=np.int64)
    for row, sentence in zip(table, sentences, strict=True):
        row[: len(sentence)] = sentence
    return table
