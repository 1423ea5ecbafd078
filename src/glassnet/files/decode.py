"""Decoding the content of a run file, which may have been written by anybody.

Nothing is built before it is known how large it will be: shapes are compared with the arrays that the file stores, and
what isn't stored (first weights, generated data) is limited by an `Allowance`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Shape, Tree
from glassnet.base.random import stream
from glassnet.base.trees import SEPARATOR, size_in_bytes
from glassnet.files.allowance import BYTES_PER_NUMBER, Allowance
from glassnet.files.container import read, unpack
from glassnet.files.damage import reported_for
from glassnet.files.encode import DATA, INNER
from glassnet.files.fields import counts, epoch_row, field, optional_number, row_of_numbers, texts
from glassnet.files.own_classes import check_known
from glassnet.files.run_file import RunFile
from glassnet.history.history import EpochRow, History
from glassnet.nn.layers.chain import declared_arrays
from glassnet.nn.network import Network
from glassnet.train import Recipe, TrainingState
from glassnet.train.setup import network_from_json

DATASET: dict[str, type[Any]] = {
    "name": str,
    "source": dict,
    "input_shape": list,
    "samples": dict,
    "feature_names": list,
    "class_names": list,
}
"""The fields of the data's description, with their types."""


def read_run_file(path: str | Path, *, trust: bool = False) -> RunFile:
    """Read a run file.

    Arguments:
        path: the file.
        trust: as in `load`.

    Raises:
        RunFileError: the file is missing, damaged, not a run file, or from a newer Glassnet.
    """
    content = read(Path(path))
    return _decode(*unpack(str(path), content), Allowance(str(path), len(content), trust=trust))


def _decode(header: Mapping[str, Any], arrays: Mapping[str, Array], allowance: Allowance) -> RunFile:
    with reported_for(allowance.path, ours_too=True):
        setup = field(header, "setup", dict)
        check_known(allowance.path, setup, field(header, "own_classes", dict, {}))
        dataset = _dataset(field(setup, "dataset", dict))
        network = network_from_json(field(setup, "network", dict))
        recipe = Recipe.from_json(field(setup, "recipe", dict))
        if not isinstance(network, Network) or not isinstance(recipe, Recipe):
            raise TypeError("network and recipe must be a Network and a Recipe")
        branched_at = header.get("branched_at")
        if branched_at is not None:
            counts({"branched_at": branched_at}, ("branched_at",))
        return RunFile(
            network,
            recipe,
            _state(network, recipe, header, arrays, allowance),
            _history(header, arrays),
            dataset,
            field(header, "results", dict),
            {name.removeprefix(DATA): value for name, value in arrays.items() if name.startswith(DATA)},
            {
                name: _decode(*unpack(allowance.path, _bytes(arrays[INNER + name])), allowance)
                for name in texts(header, "inner")
            },
            branched_at,
            field(header, "shares_data", bool, False),
            allowance,
        )


def _bytes(values: Array) -> bytes:
    if values.ndim != 1 or values.dtype != np.uint8:
        raise ValueError("a run inside it is not a row of bytes")
    return values.tobytes()


def _dataset(described: dict[str, Any]) -> dict[str, Any]:
    for name, kind in DATASET.items():
        field(described, name, kind)
    _shape(described)
    samples = described["samples"]
    counts(samples, tuple(samples))
    return described


def _shape(described: Mapping[str, Any]) -> Shape:
    sizes = described["input_shape"]
    return tuple(counts(dict(enumerate(sizes)), tuple(range(len(sizes)))).values())  # type: ignore[arg-type]


def _history(header: Mapping[str, Any], arrays: Mapping[str, Array]) -> History:
    so_far = field(header, "epoch_so_far", dict)
    seen = counts({"samples": so_far["samples"]}, ("samples",))["samples"]
    history = History(loss_sum=optional_number("loss_sum", so_far["loss_sum"]) or 0.0, samples=seen)
    # files of older versions don't say whether losses are weighted, nor the lengths of gradients
    weighted = {"weighted": bool(header["setup"]["recipe"].get("class_weights")) or f"{DATA}weights" in arrays}
    for row in field(header, "epochs", list):
        history.epochs.append(row["epoch"], EpochRow(**weighted | epoch_row(row)))
    _fill_row(history.step_loss, arrays, "history/step", "history/loss")
    if header.get("has_gradient_norms"):
        _fill_row(history.gradient_norm, arrays, "history/gradient_norm_step", "history/gradient_norm")
    return history


def _fill_row(row: Any, arrays: Mapping[str, Array], numbers: str, values: str) -> None:
    pairs = row_of_numbers(arrays, numbers, "iu"), row_of_numbers(arrays, values, "f")
    for step, value in zip(*pairs, strict=True):
        row.append(step, value)


def _state(
    network: Network, recipe: Recipe, header: Mapping[str, Any], arrays: Mapping[str, Array], allowance: Allowance
) -> TrainingState:
    described = header["setup"]["dataset"]
    shape, samples = _shape(described), sum(described["samples"].values())
    params, layers, outputs = declared_arrays(network.named_layers, shape, recipe.dtype)
    allowance.check(samples * int(np.prod(outputs[-1], dtype=object)) * BYTES_PER_NUMBER, "its targets")
    if field(header, "is_start", bool, False):
        allowance.take(size_in_bytes(params) + size_in_bytes(layers), "its first weights")
        params, layers = network.build(stream(recipe.seed).child("weights"), shape, recipe.dtype)
        return TrainingState(0, 0, 0, params, layers, recipe.optimizer.init(params))
    params, layers = (
        _fill(tree, arrays, f"{name}{SEPARATOR}") for name, tree in (("params", params), ("layers", layers))
    )
    optimizer = _fill(recipe.optimizer.init(params), arrays, f"optimizer{SEPARATOR}")
    place = counts(field(header, "place", dict), ("step", "epoch", "offset"))
    watched = tuple(row_of_numbers(arrays, "watched", "f"))
    return TrainingState(place["step"], place["epoch"], place["offset"], params, layers, optimizer, watched)


def _fill(expected: Tree, arrays: Mapping[str, Array], prefix: str = "") -> dict[str, Any]:
    """Return a tree like `expected` with the file's arrays in it; shapes and number types are compared."""
    filled: dict[str, Any] = {}
    for name, value in expected.items():
        if isinstance(value, dict):
            filled[name] = _fill(value, arrays, f"{prefix}{name}{SEPARATOR}")
            continue
        found = filled[name] = arrays[prefix + name]
        if (found.shape, found.dtype) != (value.shape, value.dtype):
            raise ValueError(
                f"{prefix}{name} is {found.dtype} of shape {found.shape} instead of {value.dtype} of {value.shape}"
            )
    return filled
