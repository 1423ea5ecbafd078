"""Labels of classes as the user has them (texts, numbers, true and false), and the numbers that represent them."""

from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.base.names import Label
from glassnet.base.settings_class import plain

MAX_LISTED = 8
"""How many labels an error message lists."""


def number_labels(y: Array, class_names: Sequence[Label] = ()) -> tuple[Array, tuple[Label, ...]]:
    """Return class numbers for labels, and the labels in the order of those numbers.

    Texts, and True and False, are always labels. Numbers are labels where class_names are numbers; otherwise they are
    returned unchanged, as class numbers or values.

    Arguments:
        y: labels or numbers (samples,), or (samples, outputs).
        class_names: the classes in the order of their numbers; for texts, by default in alphabetical order.

    Raises:
        DataError: a label isn't one of the class names.

    >>> numbers, names = number_labels(np.array(["dog", "cat", "dog"]))
    >>> numbers.tolist(), names
    ([1, 0, 1], ('cat', 'dog'))
    >>> number_labels(np.array([3, 7, 7]), (3, 7))[0].tolist(), number_labels(np.array([True, False]))
    ([0, 1, 1], (array([1, 0]), (False, True)))
    """
    names = checked_labels("class_names", class_names)
    if y.dtype.kind in "US" or (y.dtype == object and all(isinstance(label, str) for label in y.flat)):
        words = y.astype(str)
        names = names or tuple(np.unique(words).tolist())
        return _looked_up(words, names), names
    if y.dtype == bool:
        y, names = y.astype(int), names or (False, True)
    if y.dtype == object and all(isinstance(label, int) and abs(label) < 2**62 for label in y.flat):
        y = y.astype(int)
    if not names or any(isinstance(name, str) for name in names) or not _are_labels(y, names):
        return y, names
    return _looked_up(y, names), names


def number_classes(labels: Iterable[Label]) -> tuple[Array, tuple[Label, ...]]:
    """Return class numbers for labels of which each, text or number, is a class; and the labels in their order.

    >>> numbers, names = number_classes([7, 3, 7])
    >>> numbers.tolist(), names
    ([1, 0, 1], (3, 7))
    """
    own = [plain(label) for label in labels]
    names = tuple(sorted(set(own), key=lambda label: (isinstance(label, str), label)))
    numbers = {label: number for number, label in enumerate(names)}
    return np.array([numbers[label] for label in own]), names


def checked_labels(name: str, labels: Any) -> tuple[Label, ...]:
    """Return labels as a tuple of Python's own texts and numbers.

    Raises:
        DataError: they are no such sequence, or two classes would be called the same.

    >>> checked_labels("class_names", np.array([3, 7])), checked_labels("class_names", ["no", "yes"])
    ((3, 7), ('no', 'yes'))
    """
    listed = plain(labels)
    if isinstance(listed, str | bytes) or not isinstance(listed, list | tuple):
        raise DataError(f'{name} must be a list of labels, such as ["no", "yes"] or [3, 7]; got {labels!r}.')
    for label in listed:
        if not isinstance(label, str | int | float) or (isinstance(label, float) and not isfinite(label)):
            raise DataError(f"{name} must be texts or finite numbers; got {label!r}.")
    written = [str(label) for label in listed]
    twice = next((one for one in written if written.count(one) > 1), None) if len(set(written)) < len(written) else None
    if twice is not None:
        raise DataError(f"{name} must differ from each other; {twice!r} is there more than once.")
    return tuple(listed)


def listed(labels: Iterable[Label]) -> str:
    """Return labels as a message lists them: all of a few, the first of many.

    >>> listed([3, 7]), listed(range(100))
    ('3, 7', '0, 1, 2, 3, 4, 5, 6, 7 … (100)')
    """
    written = [str(label) for label in labels]
    return ", ".join(written[:MAX_LISTED]) + (f" … ({len(written)})" if len(written) > MAX_LISTED else "")


def label_array(labels: Sequence[Label]) -> Array:
    """Return labels as an array of their own type: whole numbers stay whole numbers, texts stay texts.

    >>> label_array((-1, 1)), label_array((False, True)).dtype, label_array(("no", 2)).tolist()
    (array([-1,  1]), dtype('bool'), ['no', 2])
    """
    kinds = {type(label) for label in labels}
    return np.array(labels, dtype=None if len(kinds) == 1 else object)


def _are_labels(y: Array, names: tuple[Label, ...]) -> bool:
    """Return whether numbers are labels: whole numbers, or one of the names each, but no rows of 0 and a single 1."""
    if y.ndim == 0 or y.dtype.kind not in "iuf":
        return False
    if y.ndim > 1 and y.shape[-1] == len(names) and (y.sum(axis=-1) == 1).all() and np.isin(y, (0, 1)).all():
        return False
    return y.dtype.kind in "iu" or bool(np.isin(y, names).all())


def _looked_up(y: Array, names: tuple[Label, ...]) -> Array:
    found, places = np.unique(y, return_inverse=True)
    numbers = {name: number for number, name in enumerate(names)}
    unknown = [label for label in found.tolist() if label not in numbers]
    if unknown:
        raise DataError(
            f"The label {unknown[0]!r} isn't one of the classes {listed(names)}; a fitted model knows the classes of "
            "its first data. Correct it, or name every class from the start (class_names)."
        )
    return np.array([numbers[label] for label in found.tolist()])[places].reshape(y.shape)
