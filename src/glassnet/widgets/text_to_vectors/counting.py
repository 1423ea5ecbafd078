"""Lines of text as rows of numbers: one-hot, counts, weighted counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.widgets.text_to_vectors.texts import sentences_of

MAX_LINES = 12
MAX_WORDS = 80

ENCODINGS: Mapping[str, str] = {"one_hot": "one-hot", "counts": "bag of words", "tf_idf": "TF-IDF"}


@dataclass(frozen=True, eq=False)
class Table:
    """Rows of numbers with names: a row for each line (for one-hot: for each word of the first line).

    Arguments:
        rows, columns: their names.
        values: scikit-learn's result, sparse, shape (rows, columns).
        counts: how often each word is in each line, shape (lines, columns).
    """

    encoding: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: Any
    counts: Array

    @property
    def dense(self) -> Array:
        """All numbers, including the zeros."""
        return self.values.toarray()

    def sizes(self) -> dict[str, int]:
        """Return the size of the numbers in bytes: dense, and sparse (non-zero values with their positions)."""
        sparse = self.values.tocsr()
        return {
            "numbers": int(np.prod(sparse.shape)),
            "kept": int(sparse.nnz),
            "dense_bytes": int(self.dense.nbytes),
            "sparse_bytes": int(sparse.data.nbytes + sparse.indices.nbytes + sparse.indptr.nbytes),
        }

    def similarity(self) -> Array:
        """Return the cosine between every two rows, shape (rows, rows); 0 for a row of zeros."""
        length = np.linalg.norm(self.dense, axis=1, keepdims=True)
        unit = self.dense / np.where(length > 0, length, 1.0)
        return unit @ unit.T

    def reason(self, row: int, column: int) -> str:
        """Return the arithmetic behind one number, in words and digits."""
        word, line = self.columns[column], row + 1
        value = float(self.dense[row, column])
        if self.encoding == "one_hot":
            return f"Word {line} is “{self.rows[row]}”: 1 in the column of “{self.rows[row]}”, 0 in all others."
        count = int(self.counts[row, column])
        if self.encoding == "counts":
            return f"“{word}” {_occurs(count)} in line {line}."
        lines, holding = len(self.counts), (self.counts > 0).sum(axis=0)
        rarity = np.log((1 + lines) / (1 + holding)) + 1  # scikit-learn's smooth inverse document frequency
        own, length = rarity[column], float(np.linalg.norm(self.counts[row] * rarity))
        return (
            f"“{word}” {_occurs(count)} in line {line}, and it is in {holding[column]} of {lines} lines: rarity "
            f"ln((1 + {lines}) / (1 + {holding[column]})) + 1 = {own:.3f}. {count} · {own:.3f} = {count * own:.3f}; "
            f"divided by the length of the row, {length:.3f}: {value:.3f}."
        )


def tabulate(text: object, encoding: str) -> Table:
    """Return the lines of a text as numbers, computed by scikit-learn.

    >>> table = tabulate("the cat sat\\nthe dog sat on the cat", "counts")
    >>> table.columns, table.dense.tolist()
    (('cat', 'dog', 'on', 'sat', 'the'), [[1, 0, 0, 1, 1], [1, 1, 1, 1, 2]])
    >>> tabulate("the cat sat", "one_hot").dense.tolist()
    [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]
    """
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer  # here: it takes long to load
    from sklearn.preprocessing import OneHotEncoder

    lines = _lines(text)
    counter = CountVectorizer(analyzer=list)
    counts = counter.fit_transform(lines)
    columns = tuple(str(word) for word in counter.get_feature_names_out())
    if len(columns) > MAX_WORDS:
        raise DataError(f"{len(columns)} different words are too many for a table; the limit is {MAX_WORDS}.")
    if encoding == "one_hot":
        encoder = OneHotEncoder(categories=[np.array(columns, dtype=object)])
        rows, values = tuple(lines[0]), encoder.fit_transform(np.array(lines[0], dtype=object)[:, None])
    else:
        rows = tuple(" ".join(line) for line in lines)
        values = counts if encoding == "counts" else TfidfTransformer().fit_transform(counts)
    return Table(encoding, rows, columns, values, counts.toarray())


def _lines(text: object) -> Sequence[Sequence[str]]:
    lines = sentences_of(text)
    if len(lines) > MAX_LINES:
        raise DataError(f"{len(lines)} sentences are too many for a table; the limit is {MAX_LINES}.")
    return lines


def _occurs(count: int) -> str:
    return {0: "does not occur", 1: "occurs once", 2: "occurs twice"}.get(count, f"occurs {count} times")
