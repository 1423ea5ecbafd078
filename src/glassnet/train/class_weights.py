"""Class weights: how much an example of each class counts in training."""

from collections.abc import Mapping

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.data import Dataset


def class_weights(dataset: Dataset, weights: Mapping[str, float] | Mapping[int, float] | str | None) -> Array | None:
    """Return one factor per training sample, shape (samples,), or None without class weights.

    Classes are given by name (whole numbers as the data have them) or, where no name is a number, by number from 0.
    "balanced" gives class c the factor samples / (classes · samples of c), as in scikit-learn.

    Raises:
        SettingError: the data have no classes, or none with that name.

    >>> data = Dataset("and", np.eye(4), np.array([0, 0, 0, 1]), class_names=("no", "yes"))
    >>> class_weights(data, {"yes": 3.0}).tolist(), class_weights(data, "balanced").round(4).tolist()
    ([1.0, 1.0, 1.0, 3.0], [0.6667, 0.6667, 0.6667, 2.0])
    """
    if weights is None:
        return None
    classes = dataset.train.y
    if not dataset.class_names or classes.ndim != 1:
        raise SettingError(f"class_weights need classes, but the targets of {dataset.name} are values.")
    if isinstance(weights, str):
        counts = np.bincount(classes, minlength=len(dataset.class_names))
        factors = len(classes) / (np.count_nonzero(counts) * np.maximum(counts, 1))
        return factors[classes]
    factors, given = np.ones(len(dataset.class_names)), dict[int, str | int]()
    for name, factor in weights.items():
        number = _class_number(name, dataset)
        if number in given:
            raise SettingError(
                f"class_weights contains class {dataset.class_names[number]} twice, as {given[number]!r} "
                f"and {name!r}; keep one."
            )
        given[number] = name
        factors[number] = factor
    return factors[classes]


def _class_number(name: str | int, dataset: Dataset) -> int:
    """Return which class is meant: by its name, or by its number where no name is a number."""
    names = list(dataset.class_names)
    text = str(name)
    if text in names:
        number = names.index(text)
        if isinstance(name, int) and name != number and not all(each.lstrip("-").isdecimal() for each in names):
            raise SettingError(
                f"class_weights contains {name}, which is both the name of one class and the number of class "
                f"{names[name] if name < len(names) else '(none)'}; write the name, {text!r}."
            )
        return number
    numbered = any(each.lstrip("-").isdecimal() for each in names)
    if not numbered and text.isdecimal() and int(text) < len(names):
        return int(text)
    raise SettingError(f"class_weights contains {name!r}, but the classes of {dataset.name} are {', '.join(names)}.")
