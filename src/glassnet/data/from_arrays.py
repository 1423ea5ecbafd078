"""A data set from arrays of features and targets."""

from collections.abc import Sequence

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import array_of_numbers, number
from glassnet.base.errors import DataError
from glassnet.base.hinted import hinted
from glassnet.base.names import Label
from glassnet.base.random import stream
from glassnet.data.dataset import Dataset, names_of
from glassnet.data.given import as_array, as_labels, check_order, is_sparse
from glassnet.data.labels import number_labels
from glassnet.data.split import split


@hinted
def from_arrays(
    x: Array,
    y: Array,
    *,
    validation: float = 0.2,
    test: float = 0.0,
    validation_data: tuple[Array, Array] | None = None,
    class_names: Sequence[Label] = (),
    feature_names: Sequence[str] = (),
    sample_weights: Array | None = None,
    seed: int = 0,
) -> Dataset:
    """Return a data set made from features and targets, with some samples held out.

    Arguments:
        x: features (samples, …): an array, a pandas frame of numbers, or a sparse matrix, which is stored densely.
        y: labels (texts, True and False), class numbers from 0, or values.
        validation, test: fractions of the samples held out, class by class, chosen by the seed.
        validation_data: (features, targets) to hold out instead.
        class_names: what the classes are called, in the order of their numbers. Where these are numbers, such as
            (3, 7), they say which numbers in y are labels.
        feature_names: one for each feature; a pandas frame brings its own.
        sample_weights: how much each sample of x counts in training.
        seed: decides what is held out.

    Raises:
        DataError: the arrays don't match, or a label isn't one of the classes.

    >>> data = from_arrays(np.eye(6), ["no", "yes"] * 3, validation=0.34)
    >>> data.class_names, data.y.tolist(), len(data.train.x), len(data.validation.x)
    (('no', 'yes'), [0, 1, 0, 1, 0, 1], 4, 2)
    """
    number("validation", validation, minimum=0, below=1)
    check_order("arrays", {"x": x, "y": y, "sample_weights": sample_weights})
    if sample_weights is not None:
        sample_weights = array_of_numbers("sample_weights", sample_weights)
    features = _features(x)
    targets, names = number_labels(as_labels("arrays", "targets", y), class_names)
    if targets.ndim == 0 or len(targets) != len(features):
        got = len(targets) if targets.ndim else "none"
        raise DataError(f"arrays: there must be one target per sample; got {len(features)} samples and {got} targets.")
    named = names_of("feature_names", feature_names) or tuple(map(str, getattr(x, "columns", ())))
    source = {"report": [_densely(features)]} if is_sparse(x) else {}
    if validation_data is None:
        parts = split(targets, stream(seed), validation=validation, test=test)
        return Dataset("arrays", features, targets, parts, named, names, source, sample_weights=sample_weights)
    watched_x, watched_y = _pair(validation_data, features, targets, names)
    if sample_weights is not None:
        sample_weights = np.concatenate([np.asarray(sample_weights, float), np.ones(len(watched_x))])
    places = np.arange(len(features) + len(watched_x))
    return Dataset(
        "arrays",
        np.concatenate([features, watched_x]),
        np.concatenate([targets, watched_y]),
        {"train": places[: len(features)], "validation": places[len(features) :]},
        named,
        names,
        source,
        sample_weights=sample_weights,
    )


def _features(x: Array) -> Array:
    features = as_array("arrays", "features", x)
    if features.ndim == 0 or not len(features):
        raise DataError(
            f"arrays: features must have shape (samples, …) with at least one sample; got {features.shape}."
        )
    return features


def _densely(features: Array) -> str:
    return f"features were a sparse matrix; stored densely they take {features.nbytes / 1e6:,.1f} MB"


def _pair(
    validation_data: tuple[Array, Array], x: Array, y: Array, class_names: Sequence[Label]
) -> tuple[Array, Array]:
    if not isinstance(validation_data, tuple | list) or len(validation_data) != 2:
        raise DataError("validation_data must be a pair (features, targets).")
    check_order("validation_data", {"features": validation_data[0], "targets": validation_data[1]})
    watched_x = as_array("validation_data", "features", validation_data[0])
    watched_y, _ = number_labels(as_labels("validation_data", "targets", validation_data[1]), class_names)
    if watched_x.shape[1:] != x.shape[1:] or watched_y.shape[1:] != y.shape[1:]:
        raise DataError(
            f"validation_data must have the shapes of the training data, {x.shape} and {y.shape}; "
            f"got {watched_x.shape} and {watched_y.shape}."
        )
    return watched_x, watched_y
