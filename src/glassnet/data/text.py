"""Text as numbers: tokens, a vocabulary, bags of words, sequences, pairs of neighbours."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from glassnet.base.arguments import check_fields, checked
from glassnet.base.arrays import Array
from glassnet.base.checks import array_of_numbers, whole_number
from glassnet.base.errors import DataError
from glassnet.base.names import Label
from glassnet.base.random import RandomStream, stream
from glassnet.base.registry import look_up
from glassnet.data.dataset import Dataset
from glassnet.data.labels import number_classes
from glassnet.data.split import split
from glassnet.data.tokens import is_without_blanks, tokens

PADDING, UNKNOWN = "<padding>", "<unknown>"


@dataclass(frozen=True)
class Vocabulary:
    """The words that have a number: 0 is padding, 1 stands for any unknown word.

    >>> vocabulary = Vocabulary.of(["a rose is a rose"])
    >>> vocabulary.words, vocabulary.encode("a red rose", length=5).tolist()
    (('<padding>', '<unknown>', 'a', 'rose', 'is'), [2, 1, 3, 0, 0])
    """

    words: tuple[str, ...]

    def __post_init__(self) -> None:
        check_fields(self)

    @classmethod
    def of(cls, texts: Iterable[str], *, most: int = 10_000) -> "Vocabulary":
        """Return the vocabulary of the `most` most frequent words of these texts, most frequent first."""
        whole_number("most", most, minimum=1)
        counts = Counter(word for text in texts for word in tokens(text))
        return cls((PADDING, UNKNOWN, *(word for word, _ in counts.most_common(most))))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each word."""
        return {word: number for number, word in enumerate(self.words)}

    def encode(self, text: str, length: int | None = None) -> Array:
        """Return the words' numbers; with `length`, truncated or padded at the end."""
        encoded = [self.numbers.get(word, 1) for word in tokens(text)][:length]
        return np.array(encoded + [0] * ((length or 0) - len(encoded)), dtype=np.int64)

    def decode(self, numbers: Iterable[int]) -> str:
        """Return the words of these numbers, without the padding."""
        return " ".join(self.words[int(number)] for number in numbers if number)


@checked
def bag_of_words(
    texts: Sequence[str],
    labels: Sequence[Label],
    *,
    weighting: str = "counts",
    most: int = 1000,
    seed: int = 0,
    validation: float = 0.2,
    test: float = 0.0,
) -> Dataset:
    """Return how often each word occurs in each text, regardless of order.

    Arguments:
        texts, labels: one label per text.
        weighting: "counts", or "tf_idf": rare words count more (scikit-learn's variant, rows normalised to length 1).
        most: how many words to keep, the most frequent ones of the training part.
        seed, validation, test: what is held out.

    >>> data = bag_of_words(["good good day", "bad day"], ["yes", "no"], validation=0.0)
    >>> data.feature_names, data.x.tolist(), data.class_names
    (('bad', 'day', 'good'), [[0.0, 1.0, 2.0], [1.0, 1.0, 0.0]], ('no', 'yes'))
    """
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer  # only bags of words need it

    whole_number("most", most, minimum=1)
    vectorizer = look_up("weighting", weighting, {"counts": CountVectorizer, "tf_idf": TfidfVectorizer})
    y, names = _classes(texts, labels)
    parts = split(y, stream(seed).child("text"), validation=validation, test=test)
    counted = vectorizer(tokenizer=tokens, token_pattern=None, lowercase=False, max_features=most)
    try:
        counted.fit([texts[place] for place in parts["train"]])
    except ValueError:
        raise DataError(
            "The training texts contain no words: all are empty or blank. Pass texts with words in them."
        ) from None
    x = counted.transform(texts).toarray().astype(np.float64)
    words = tuple(str(word) for word in counted.get_feature_names_out())
    return Dataset("text", x, y, parts, words, names, {"weighting": weighting, "seed": seed, **_note(texts)})


@checked
def sequences(
    texts: Sequence[str],
    labels: Sequence[Label],
    *,
    length: int = 50,
    most: int = 10_000,
    seed: int = 0,
    validation: float = 0.2,
    test: float = 0.0,
) -> tuple[Dataset, Vocabulary]:
    """Return each text as the numbers of its words, for an Embedding, and the vocabulary of the training part.

    Arguments:
        texts, labels: one label per text.
        length: how many words of each text to keep; shorter texts are padded with 0.
        most: how many words the vocabulary may have.
        seed, validation, test: what is held out.

    >>> data, vocabulary = sequences(["good day", "bad day"], ["yes", "no"], length=3, validation=0.0)
    >>> data.x.tolist(), vocabulary.decode(data.x[1])
    ([[3, 2, 0], [4, 2, 0]], 'bad day')
    """
    whole_number("length", length, minimum=1)
    y, names = _classes(texts, labels)
    parts = split(y, stream(seed).child("text"), validation=validation, test=test)
    vocabulary = Vocabulary.of([texts[place] for place in parts["train"]], most=most)
    if len(vocabulary) == len((PADDING, UNKNOWN)):
        raise DataError("The training texts contain no words: all are empty or blank. Pass texts with words in them.")
    x = np.stack([vocabulary.encode(text, length) for text in texts])
    return Dataset("text", x, y, parts, (), names, {"length": length, "seed": seed, **_note(texts)}), vocabulary


@checked
def skip_gram_pairs(
    words: Array, *, window: int = 2, negatives: int = 5, vocabulary: int, rng: RandomStream
) -> tuple[Array, Array, Array]:
    """Return (centre, context, label): true neighbours with label 1, random words with label 0.

    Mikolov et al. (2013), skip-gram with negative sampling; negatives are drawn with the frequency of words to the
    power ¾ and may happen to be true neighbours, as in the paper.

    Arguments:
        words: numbers of a text's words, shape (length,); padding (0) is ignored.
        window: how many words on each side are neighbours.
        negatives: how many random words to add for each true pair.
        vocabulary: the number of words in the vocabulary.
        rng: the source of the random words.

    >>> pairs = skip_gram_pairs(np.array([2, 3, 4]), window=1, negatives=0, vocabulary=5, rng=stream(0))
    >>> [column.tolist() for column in pairs]
    [[2, 3, 3, 4], [3, 2, 4, 3], [1, 1, 1, 1]]
    """
    whole_number("window", window, minimum=1)
    whole_number("negatives", negatives, minimum=0)
    text = array_of_numbers("words", words)
    if text.ndim != 1 or text.dtype.kind not in "iu":
        raise DataError(f"words must be the numbers of a text's words, shape (length,); got {words!r:.100}.")
    whole_number("vocabulary", vocabulary, minimum=int(text.max(initial=0)) + 1)
    text = text[text > 0]
    if len(text) < 2:
        raise DataError(
            f"Pairs of neighbours need at least two words; got {len(text)}. Pass a longer text (padding is left out)."
        )
    places = range(len(text))
    offsets = [offset for offset in range(-window, window + 1) if offset]
    pairs = [(place, place + offset) for place in places for offset in offsets if 0 <= place + offset < len(text)]
    centre, context = text[np.array(pairs)].T
    frequency = np.bincount(text, minlength=vocabulary) ** 0.75
    edges = np.cumsum(frequency / frequency.sum())
    drawn = np.searchsorted(edges, rng.child("negatives").uniform((len(centre) * negatives,), dtype="float64"))
    label = np.repeat([1, 0], [len(centre), len(centre) * negatives])
    negative = np.minimum(drawn, vocabulary - 1)
    return np.concatenate([centre, np.repeat(centre, negatives)]), np.concatenate([context, negative]), label


def _note(texts: Sequence[str]) -> dict[str, list[str]]:
    """Return what is to be said about texts in scripts without blanks, as a data set's report."""
    count = sum(map(is_without_blanks, texts))
    said = f"texts in scripts without blanks between words (such as Chinese), split into characters: {count}"
    return {"report": [said]} if count else {}


def _classes(texts: Sequence[str], labels: Sequence[Label]) -> tuple[Array, tuple[Label, ...]]:
    if len(texts) != len(labels) or not len(texts):
        raise DataError(
            f"Each text needs one label, and there must be at least one; got {len(texts)} texts, {len(labels)} labels."
        )
    wrong = next((place for place, text in enumerate(texts) if not isinstance(text, str)), None)
    if wrong is not None:
        raise DataError(f"Text {wrong} must be a string; got {type(texts[wrong]).__name__}.")
    return number_classes(labels)
