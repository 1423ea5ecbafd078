"""Class weights: how much an example of each class counts in training."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.base.names import Label
from glassnet.data.labels import listed


def class_weights(
    name: str,
    classes: Array | None,
    labels: Sequence[Label],
    weights: Mapping[Any, float] | str | None,
) -> Array | None:
    """Return one factor per training sample, shape (samples,), or None without class weights.

    Classes are given by name (whole numbers as the data have them) or, where no name is a number, by number from 0.
    "balanced" gives class c the factor samples / (classes · samples of c), as in scikit-learn.

    Arguments:
        name: what the data are called.
        classes: the class number of each training sample; None if the targets are values.
        labels: what the classes are called.
        weights: as in a `Recipe`.

    Raises:
        SettingError: the data have no classes, or none with that name.

    >>> classes, labels = np.array([0, 0, 0, 1]), ("no", "yes")
    >>> class_weights("and", classes, labels, {"yes": 3.0}).tolist()
    [1.0, 1.0, 1.0, 3.0]
    >>> class_weights("and", classes, labels, "balanced").round(4).tolist()
    [0.6667, 0.6667, 0.6667, 2.0]
    """
    if weights is None:
        return None
    if not labels or classes is None or classes.ndim != 1:
        raise SettingError(f"class_weights need classes, but the targets of {name} are values.")
    if isinstance(weights, str):
        counts = np.bincount(classes, minlength=len(labels))
        factors = len(classes) / (np.count_nonzero(counts) * np.maximum(counts, 1))
        return factors[classes]
    factors, given = np.ones(len(labels)), dict[int, Label]()
    for key, factor in weights.items():
        number = _class_number(name, key, labels)
        if number in given:
            raise SettingError(
                f"class_weights contains class {labels[number]} twice, as {given[number]!r} and {key!r}; keep one."
            )
        given[number] = key
        factors[number] = factor
    return factors[classes]


def _class_number(name: str, key: Label, labels: Sequence[Label]) -> int:
    """Return which class is meant: by its name, or by its number where no name is a number."""
    names, text = [str(label) for label in labels], str(key)
    numbered = any(each.lstrip("-").isdecimal() for each in names)
    if text in names:
        number = names.index(text)
        if isinstance(key, int) and key != number and not all(each.lstrip("-").isdecimal() for each in names):
            raise SettingError(
                f"class_weights contains {key}, which is both the name of one class and the number of class "
                f"{names[key] if key < len(names) else '(none)'}; write the name, {text!r}."
            )
        return number
    if not isinstance(key, str) and key in labels:  # 1 for True, and for 1.0
        return labels.index(key)
    if not numbered and text.isdecimal() and int(text) < len(names):
        return int(text)
    raise SettingError(f"class_weights contains {key!r}, but the classes of {name} are {listed(labels)}.")
