"""What a loss is defined on: targets checked against it once, in the plan."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.base.warn import warn
from glassnet.nn.losses import Loss

SUM_TOLERANCE = 1e-3
"""How far from 1 probabilities written with three decimal places may add up."""


def within_domain(target: Array, loss: Loss) -> Array:
    """Return targets on which the loss is defined: as they are, or 0 and 1 for −1 and 1, which is said.

    Arguments:
        target: values, shape (samples, …, outputs).
        loss: names what it takes as its `target_domain`; one that names nothing takes any numbers.

    Raises:
        DataError: a target is something else.

    >>> from glassnet.nn.losses import LOSSES
    >>> within_domain(np.array([[0.2], [2.0]]), LOSSES["binary_cross_entropy"]())
    Traceback (most recent call last):
    glassnet.base.errors.DataError: BinaryCrossEntropy takes targets from 0 to 1, or −1 and 1; sample 1 has 2. Use two \
classes, or another loss such as mean_squared_error.
    """
    domain = getattr(loss, "target_domain", "any")
    if domain == "any" or not target.size:
        return target
    if domain in ("probabilities", "sides"):
        return _two_classes(target, loss, domain)
    _check_rows(target, loss, domain)
    return target


def _two_classes(target: Array, loss: Loss, domain: str) -> Array:
    fits = np.isin(target, (0, 1)) if domain == "sides" else (target >= 0) & (target <= 1)
    if fits.all():
        return target
    name = type(loss).__name__
    if are_sides(target):
        return of_sides(target, name)
    takes = "0 and 1" if domain == "sides" else "from 0 to 1"
    sample, value = _first(~fits, target)
    found = np.unique(target)
    labels = len(found) == 2 and (found % 1 == 0).all()
    classes = f"Name the classes (class_names=({found[0]:g}, {found[1]:g}))" if labels else "Use two classes"
    raise DataError(
        f"{name} takes targets {takes}, or −1 and 1; sample {sample} has {value:g}. {classes}, or another loss such as "
        "mean_squared_error."
    )


def are_sides(y: Array) -> bool:
    """Return whether targets are −1 and 1, as support vector machines and perceptrons have them.

    >>> are_sides(np.array([-1, 1, 1])), are_sides(np.array([1, 1]))
    (True, False)
    """
    return bool(y.size and y.dtype.kind in "if" and y.min() == -1 and np.isin(y, (-1, 1)).all())


def of_sides(y: Array, name: str) -> Array:
    """Return −1 and 1 as 0 and 1, which is said.

    Arguments:
        y: −1 and 1.
        name: the loss's.
    """
    warn(f"{name} takes targets 0 and 1: −1 counts as 0, and 1 as 1. Pass 0 and 1, or names, to say so yourself.")
    return (y + 1) / 2


def _check_rows(target: Array, loss: Loss, domain: str) -> None:
    name, sums = type(loss).__name__, target.sum(axis=-1)
    if domain == "one_hot":
        wrong = ~(np.isin(target, (0, 1)).all(axis=-1) & (sums == 1))
        takes = "class numbers, or rows of 0 with a single 1"
    else:
        wrong = (target < 0).any(axis=-1) | (abs(sums - 1.0) > SUM_TOLERANCE)
        takes = "class numbers, or rows of probabilities that add up to 1"
    if not wrong.any():
        return
    sample, total = _first(wrong, sums)
    lowest = target[wrong].min()
    got = f"holds {lowest:g}" if lowest < 0 else f"adds up to {total:g}"
    raise DataError(
        f"{name} takes {takes}; the row of sample {sample} {got}. Divide rows by their sums, or for several classes at "
        'once use loss="sigmoid_cross_entropy".'
    )


def _first(wrong: Array, values: Array) -> tuple[int, float]:
    """Return the first sample that is wrong, and its first wrong value."""
    place = tuple(np.argwhere(wrong)[0])
    return int(place[0]), float(values[place])
