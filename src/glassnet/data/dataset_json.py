"""A data set as JSON: by its generator's settings, or by what it holds, with the arrays themselves kept beside it."""

from collections.abc import Mapping
from typing import Any

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.base.settings import to_json
from glassnet.data import GENERATORS
from glassnet.data.dataset import Dataset
from glassnet.data.parts import PARTS
from glassnet.data.scaler import Scaler


def dataset_to_json(dataset: Dataset) -> dict[str, Any]:
    """Return what a data set is, as JSON can hold it; its arrays are `dataset_arrays`.

    >>> from glassnet.data import moons
    >>> written = dataset_to_json(moons(20, seed=3))
    >>> written["source"]["generator"], written["source"]["seed"], written["samples"]
    ('moons', 3, {'train': 16, 'validation': 4, 'test': 0})
    """
    return {
        "name": dataset.name,
        "source": to_json(dataset.source),
        "input_shape": list(dataset.input_shape),
        "samples": {part: len(indices) for part, indices in dataset.parts.items()},
        "feature_names": list(dataset.feature_names),
        "class_names": list(dataset.class_names),
    }


def dataset_arrays(dataset: Dataset) -> dict[str, Array]:
    """Return the arrays to be kept beside the JSON, by name; none where a generator makes them again."""
    if dataset.source.get("generator") in GENERATORS:
        return {}
    arrays = {"x": dataset.x, "y": dataset.y} | {f"part/{part}": indices for part, indices in dataset.parts.items()}
    if dataset.sample_weights is not None:
        arrays["weights"] = dataset.sample_weights
    for part, scaler in [("x", dataset.scaler), ("y", dataset.target_scaler)]:
        if scaler is not None:
            arrays |= {f"scaler/{part}/offset": scaler.offset, f"scaler/{part}/scale": scaler.scale}
    return arrays


def dataset_from_json(value: Mapping[str, Any], arrays: Mapping[str, Array] | None = None) -> Dataset:
    """Return the data set again: generated, or put together from the arrays that were kept beside it.

    Arguments:
        value: what `dataset_to_json` returned.
        arrays: what `dataset_arrays` returned; not needed where a generator makes the data.

    Raises:
        DataError: neither a known generator nor the arrays are there, or the arrays are others.

    >>> import numpy as np
    >>> data = Dataset("and", np.array([[0., 0.], [0., 1.], [1., 0.], [1., 1.]]), np.array([0, 0, 0, 1]))
    >>> dataset_from_json(dataset_to_json(data), dataset_arrays(data)).x.tolist() == data.x.tolist()
    True
    >>> dataset_from_json(dataset_to_json(data))
    Traceback (most recent call last):
    glassnet.base.errors.DataError: and: these data come from no known generator, so their arrays are needed as well; \
pass what was kept beside the JSON (`arrays`).
    """
    source = dict(value["source"])
    generator = source.get("generator")
    if generator in GENERATORS:
        return GENERATORS[generator](**{name: setting for name, setting in source.items() if name != "generator"})
    name = value["name"]
    if not arrays:
        raise DataError(
            f"{name}: these data come from no known generator, so their arrays are needed as well; "
            "pass what was kept beside the JSON (`arrays`)."
        )
    features, classes = tuple(value["feature_names"]), tuple(value["class_names"])
    parts = {part: arrays[f"part/{part}"] for part in PARTS}
    scalers = [_scaler(arrays, part) for part in ("x", "y")]
    dataset = Dataset(name, arrays["x"], arrays["y"], parts, features, classes, source, arrays.get("weights"), *scalers)
    found = dataset_to_json(dataset)
    for what in ("input_shape", "samples"):
        if found[what] != value[what]:
            raise DataError(
                f"{name}: the arrays are not those of this JSON: {what} is {found[what]}, and was {value[what]}."
            )
    return dataset


def _scaler(arrays: Mapping[str, Array], part: str) -> Scaler | None:
    offset = arrays.get(f"scaler/{part}/offset")
    return None if offset is None else Scaler(offset, arrays[f"scaler/{part}/scale"])
