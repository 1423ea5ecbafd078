"""Text labels of classes, and the numbers that represent them."""

from collections.abc import Sequence

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError


def number_labels(y: Array, class_names: Sequence[str] = ()) -> tuple[Array, tuple[str, ...]]:
    """Return class numbers for text labels, and the class names; numbers are returned unchanged.

    Arguments:
        y: text labels (samples,), or numbers.
        class_names: the classes in the order of their numbers; by default the labels in alphabetical order.

    Raises:
        DataError: a label isn't one of the class names.

    >>> numbers, names = number_labels(np.array(["dog", "cat", "dog"]))
    >>> numbers.tolist(), names
    ([1, 0, 1], ('cat', 'dog'))
    """
    if y.dtype.kind not in "US" and not (y.dtype == object and all(isinstance(label, str) for label in y.flat)):
        return y, tuple(class_names)
    words = y.astype(str)
    names = tuple(class_names) or tuple(np.unique(words).tolist())
    numbers = {name: number for number, name in enumerate(names)}
    unknown = sorted(set(words.flat) - set(names))
    if unknown:
        raise DataError(f"The label {str(unknown[0])!r} isn't one of the classes {', '.join(names)}.")
    return np.array([numbers[word] for word in words.flat]).reshape(words.shape), names
