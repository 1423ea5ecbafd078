"""A data set: arrays plus what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import array_of_numbers, is_a, is_mapping, whole_number
from glassnet.base.errors import DataError, ShapeError
from glassnet.base.hinted import NamedAttributes, hinted_class
from glassnet.base.names import Label
from glassnet.base.registry import look_up
from glassnet.base.settings_class import plain
from glassnet.data.are_classes import are_classes
from glassnet.data.dataset_face import dataset_face
from glassnet.data.given import as_array, as_labels, check_order, frozen
from glassnet.data.labels import checked_labels
from glassnet.data.mapped import check_whole
from glassnet.data.parts import checked_parts
from glassnet.data.scaler import Scaler


class Samples(NamedTuple):
    """Features x (samples, …) beside targets y (samples,) or (samples, outputs)."""

    x: Array
    y: Array


@hinted_class
@dataclass(frozen=True, eq=False)
class Dataset(NamedAttributes):
    """Samples, split into parts, with the names that figures and reports need.

    Arguments:
        name: the name of the data set.
        x: features, shape (samples, …), finite numbers; copied, so that nothing can change them from outside. pandas
            frames and sparse matrices are taken by their numbers.
        y: class numbers (samples,), True or False, or values (samples, outputs).
        parts: which samples belong to "train", "validation" and "test": indices, or one True or False per sample; a
            missing part is empty, no sample is in two.
        feature_names: one per feature.
        class_names: what each class is called, as a text or a number; empty for values.
        source: how to recreate the same data, as JSON (generator and settings, or a file).
        sample_weights: how much each sample counts in training, shape (samples,), or None if all count the same.
        scaler, target_scaler: how features and target values were scaled, so that they can be shown in their
            original units; None if they weren't scaled.
        made: the checksum of what a generator made, filled in by itself; data that were changed since have another.

    >>> data = Dataset("and", np.array([[0., 0.], [0., 1.], [1., 0.], [1., 1.]]), np.array([0, 0, 0, 1]))
    >>> data.train.x.shape, data.test.x.shape, data.class_names
    ((4, 2), (0, 2), (0, 1))
    """

    name: str
    x: Array
    y: Array
    parts: Mapping[str, Array] = field(default_factory=dict)
    feature_names: tuple[str, ...] = ()
    class_names: tuple[Label, ...] = ()
    source: Mapping[str, Any] = field(default_factory=dict)
    sample_weights: Array | None = None
    scaler: Scaler | None = None
    target_scaler: Scaler | None = None
    made: int | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        is_a("name", self.name, str, '"wine"')
        check_order(self.name, {"features": self.x, "targets": self.y, "sample_weights": self.sample_weights})
        x, y = as_array(self.name, "features", self.x), as_labels(self.name, "targets", self.y)
        if x.ndim < 2 or len(x) == 0:
            raise DataError(
                f"{self.name}: features must have shape (samples, …) with at least one sample; got {x.shape}."
            )
        if y.ndim == 0 or len(x) != len(y):
            raise DataError(
                f"{self.name}: each sample needs one target; got {len(x)} samples and "
                f"{f'{len(y)} targets' if y.ndim else 'a single number as targets'}."
            )
        is_mapping(f"{self.name}: source", self.source, '{"file": "a.csv"}')
        for what, scaler in (("scaler", self.scaler), ("target_scaler", self.target_scaler)):
            if scaler is not None:
                is_a(f"{self.name}: {what}", scaler, Scaler, "gn.data.scaled(data).scaler")
        if self.made is not None:
            whole_number(f"{self.name}: made", self.made, minimum=0)
        _check_finite(self.name, "features", x)
        _check_finite(self.name, "targets", y)
        weights = None if self.sample_weights is None else _checked_weights(self.name, self.sample_weights, len(x))
        parts = checked_parts(self.name, self.parts, len(x))
        class_names = checked_labels(f"{self.name}: class_names", self.class_names)
        if y.dtype == bool:
            y, class_names = y.astype(int), class_names or (False, True)
        if not class_names and are_classes(y):
            class_names = tuple(range(int(y.max()) + 1))
        feature_names = names_of(f"{self.name}: feature_names", self.feature_names) or tuple(
            f"x{index + 1}" for index in range(int(np.prod(x.shape[1:])))
        )
        for name, value in [
            ("x", frozen(x)),
            ("y", frozen(y)),
            ("parts", {part: frozen(indices) for part, indices in parts.items()}),
            ("class_names", class_names),
            ("feature_names", feature_names),
            ("sample_weights", None if weights is None else frozen(weights)),
        ]:
            object.__setattr__(self, name, value)
        if "generator" in self.source and self.made is None:
            object.__setattr__(self, "made", self.checksum)

    @cached_property
    def checksum(self) -> int:
        """A number that changes when features, targets, parts, weights or class names do."""
        weights = () if self.sample_weights is None else (self.sample_weights,)
        total = crc32(repr(self.class_names).encode())
        for array in (self.x, self.y, *self.parts.values(), *weights):
            check_whole(array)
            total = crc32(np.ascontiguousarray(array).tobytes(), crc32(f"{array.shape}{array.dtype}".encode(), total))
        return total

    @property
    def is_as_made(self) -> bool:
        """Whether a generator makes these very data again."""
        return "generator" in self.source and self.made == self.checksum

    @property
    def input_shape(self) -> Shape:
        """The shape of one example's features."""
        return tuple(self.x.shape[1:])

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(indices)} {part}" for part, indices in self.parts.items() if len(indices))
        kinds = f"{len(self.class_names)} classes" if self.class_names else "values"
        return f"<Dataset {self.name}: {counts} samples of shape {self.input_shape}, {kinds}>"

    def _repr_html_(self) -> str:
        return dataset_face(self)

    def part(self, name: str) -> Samples:
        """Return the samples of "train", "validation" or "test"."""
        indices = look_up("part of the data", name, self.parts)
        check_whole(self.x)
        check_whole(self.y)
        return Samples(self.x[indices], self.y[indices])

    @property
    def report(self) -> str:
        """What became of each column or file that the data were read from, in words; "" where they were made."""
        return "\n".join(read_from(self.source, "report", ()))

    @property
    def table_columns(self) -> tuple[Mapping[str, Any], ...]:
        """How the columns of the table that the data were read from became features; none for other data."""
        return tuple(read_from(self.source, "columns", ()))

    @property
    def is_table(self) -> bool:
        """Whether samples are rows of named features."""
        return len(self.input_shape) == 1

    def scaled_like(self, x: Array) -> Array:
        """Return features in their own units, scaled as these data are."""
        x = array_of_numbers("features", x)
        return x if self.scaler is None else self.scaler.apply(x)

    def in_own_units(self, x: Array) -> Array:
        """Return features as they were before scaling."""
        if self.scaler is None:
            return x
        x = array_of_numbers("features", x)
        if x.shape[1:] != self.input_shape:
            raise ShapeError(f"Features of {self.name} have the shape (samples, …), {self.x.shape}; got {x.shape}.")
        return self.scaler.undo(x)

    @property
    def train(self) -> Samples:
        """The samples that the network learns from."""
        return self.part("train")

    @property
    def validation(self) -> Samples:
        """The samples held out to monitor training and to choose settings."""
        return self.part("validation")

    @property
    def test(self) -> Samples:
        """The samples held out for the final test."""
        return self.part("test")


def read_from(source: Any, name: str, default: Any) -> Any:
    """Return what data were read from, as their first source says, whatever was done to them since."""
    while "from" in source and name not in source:
        source = source["from"]
    return source.get(name, default)


def names_of(what: str, names: Any) -> tuple[str, ...]:
    """Return names as a tuple, or say that they must be texts.

    >>> names_of("feature_names", ["a", "b"])
    ('a', 'b')
    """
    listed = plain(names)
    if not isinstance(listed, list | tuple) or not all(isinstance(name, str) for name in listed):
        raise DataError(f'{what} must be a list of texts, such as ["width", "height"]; got {names!r}.')
    return tuple(listed)


def as_numbers(what: str, values: Any) -> Array:
    """Return values as an array of numbers.

    Raises:
        DataError: they aren't numeric.

    >>> as_numbers("features", [[1, 2], [3, 4]]).shape
    (2, 2)
    """
    array = as_array("predict", what, values)
    if not np.issubdtype(array.dtype, np.number):
        raise DataError(f"{what} must be numbers; got an array of {array.dtype}. Encode text or categories first.")
    return array


def _check_finite(name: str, what: str, values: Array) -> None:
    if not np.issubdtype(values.dtype, np.number):
        raise DataError(
            f"{name}: {what} must be numbers; got an array of {values.dtype}. Encode text or categories first."
        )
    check_whole(values)
    bad = ~np.isfinite(values.reshape(len(values), -1)).all(axis=1)
    if bad.any():
        first = int(np.argmax(bad))
        raise DataError(
            f"{name}: {int(bad.sum())} of {len(values)} samples have {what} that are NaN or infinite "
            f"(first: sample {first}). Remove them or fill in values before training."
        )


def _checked_weights(name: str, values: Array, samples: int) -> Array:
    weights = array_of_numbers(f"{name}: sample_weights", values).astype(float)
    if weights.shape != (samples,) or not (np.isfinite(weights) & (weights >= 0)).all() or not weights.any():
        got = f"shape {weights.shape}" if weights.shape != (samples,) else f"numbers from {weights.min():g}"
        raise DataError(f"{name}: sample_weights must be {samples} numbers, each 0 or more and not all 0; got {got}.")
    return weights
