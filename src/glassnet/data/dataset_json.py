"""A data set as JSON: its generator's settings, or a description whose arrays are stored separately."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.base.random import stream
from glassnet.base.settings import to_json
from glassnet.data import GENERATORS
from glassnet.data.dataset import Dataset
from glassnet.data.mapped import check_whole
from glassnet.data.parts import PARTS
from glassnet.data.scaler import Scaler
from glassnet.data.split import earlier_split


def dataset_to_json(dataset: Dataset) -> dict[str, Any]:
    """Return a JSON description of a data set; `dataset_arrays` returns its arrays.

    >>> from glassnet.data import moons
    >>> written = dataset_to_json(moons(20, seed=3))
    >>> written["source"]["generator"], written["source"]["seed"], written["samples"]
    ('moons', 3, {'train': 16, 'validation': 4, 'test': 0})
    """
    return {
        "name": dataset.name,
        "source": to_json(dataset.source),
        "input_shape": list(dataset.input_shape),
        "samples": _counts(dataset),
        "feature_names": list(dataset.feature_names),
        "class_names": list(dataset.class_names),
        **({} if dataset.made is None or dataset.is_as_made else {"made": dataset.made}),
    }


def dataset_arrays(dataset: Dataset) -> dict[str, Array]:
    """Return the arrays to store along with the JSON, by name; none if a generator can recreate them."""
    if dataset.source.get("generator") in GENERATORS and dataset.is_as_made:
        return {}
    check_whole(dataset.x)
    check_whole(dataset.y)
    arrays = {"x": dataset.x, "y": dataset.y} | {f"part/{part}": indices for part, indices in dataset.parts.items()}
    if dataset.sample_weights is not None:
        arrays["weights"] = dataset.sample_weights
    for part, scaler in [("x", dataset.scaler), ("y", dataset.target_scaler)]:
        if scaler is not None:
            arrays |= {f"scaler/{part}/offset": scaler.offset, f"scaler/{part}/scale": scaler.scale}
    return arrays


def dataset_from_json(value: Mapping[str, Any], arrays: Mapping[str, Array] | None = None) -> Dataset:
    """Return the data set again: generated, or rebuilt from the arrays stored along with it.

    Arguments:
        value: what `dataset_to_json` returned.
        arrays: what `dataset_arrays` returned; not needed where a generator makes the data.

    Raises:
        DataError: there is neither a known generator nor arrays, or the arrays don't match.

    >>> import numpy as np
    >>> data = Dataset("and", np.array([[0., 0.], [0., 1.], [1., 0.], [1., 1.]]), np.array([0, 0, 0, 1]))
    >>> dataset_from_json(dataset_to_json(data), dataset_arrays(data)).x.tolist() == data.x.tolist()
    True
    >>> dataset_from_json(dataset_to_json(data))
    Traceback (most recent call last):
    glassnet.base.errors.DataError: and: no known generator makes these data, so their arrays are needed as well; \
pass those stored along with the JSON as `arrays`.
    """
    source = dict(value["source"])
    generator = source.get("generator")
    name = value["name"]
    if generator in GENERATORS and not arrays and "made" not in value:
        return _generated(name, source, value["samples"])
    if not arrays:
        why = "no known generator makes these data"
        if generator in GENERATORS:
            why = f"the data that {generator} makes were changed afterwards"
        raise DataError(
            f"{name}: {why}, so their arrays are needed as well; pass those stored along with the JSON as `arrays`."
        )
    features, classes = tuple(value["feature_names"]), tuple(value["class_names"])
    needed = ("x", "y", *(f"part/{part}" for part in PARTS))
    missing = next((one for one in needed if one not in arrays), None)
    if missing is not None:
        raise DataError(f"{name}: the arrays stored along with the JSON must include {missing!r}; got {list(arrays)}.")
    parts = {part: arrays[f"part/{part}"] for part in PARTS}
    dataset = Dataset(
        name,
        arrays["x"],
        arrays["y"],
        parts,
        features,
        classes,
        source,
        arrays.get("weights"),
        scaler=_scaler(arrays, "x"),
        target_scaler=_scaler(arrays, "y"),
        made=value.get("made"),
    )
    found = dataset_to_json(dataset)
    for what in ("input_shape", "samples"):
        if found[what] != value[what]:
            raise DataError(
                f"{name}: the arrays don't belong to this JSON: {what} is {found[what]}, but was {value[what]}."
            )
    return dataset


def _scaler(arrays: Mapping[str, Array], part: str) -> Scaler | None:
    offset = arrays.get(f"scaler/{part}/offset")
    return None if offset is None else Scaler(offset, arrays[f"scaler/{part}/scale"])


def _generated(name: str, source: Mapping[str, Any], samples: Mapping[str, int]) -> Dataset:
    """Return a generator's data; where a file was written under the earlier rule for splits, with its parts."""
    dataset = GENERATORS[source["generator"]](**{key: setting for key, setting in source.items() if key != "generator"})
    if _counts(dataset) == samples:
        return dataset
    rng, fractions = stream(source["seed"]).child(source["generator"]), (source["validation"], source.get("test", 0.0))
    earlier = replace(dataset, parts=earlier_split(dataset.y, rng, *fractions))
    if _counts(earlier) != samples:
        raise DataError(f"{name}: the generator now makes {_counts(dataset)} samples, but the run had {dict(samples)}.")
    return earlier


def _counts(dataset: Dataset) -> dict[str, int]:
    return {part: len(indices) for part, indices in dataset.parts.items()}
