"""Decoding the content of a run file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from glassnet.base.arrays import Array, Tree
from glassnet.base.errors import RunFileError
from glassnet.base.random import stream
from glassnet.base.trees import SEPARATOR
from glassnet.files.container import read, unpack
from glassnet.files.encode import DATA, INNER
from glassnet.files.run_file import RunFile
from glassnet.history.history import EpochRow, History
from glassnet.nn.network import Network
from glassnet.train import Recipe, TrainingState
from glassnet.train.setup import network_from_json


def read_run_file(path: str | Path) -> RunFile:
    """Read a run file.

    Raises:
        RunFileError: the file is missing, damaged, not a run file, or from a newer Glassnet.
    """
    header, arrays = read(Path(path))
    return _decode(str(path), header, arrays)


def _decode(path: str, header: Mapping[str, Any], arrays: Mapping[str, Array]) -> RunFile:
    try:
        dataset = header["setup"]["dataset"]
        network = network_from_json(header["setup"]["network"])
        recipe = Recipe.from_json(header["setup"]["recipe"])
        return RunFile(
            network,
            recipe,
            _state(network, recipe, header, arrays),
            _history(header, arrays),
            dataset,
            header["results"],
            {name.removeprefix(DATA): value for name, value in arrays.items() if name.startswith(DATA)},
            {name: _decode(path, *unpack(path, arrays[INNER + name].tobytes())) for name in header.get("inner", ())},
            header.get("branched_at"),
            header.get("shares_data", False),
        )
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise RunFileError(f"{path} is a run file, but its content is damaged ({error}).") from None


def _history(header: Mapping[str, Any], arrays: Mapping[str, Array]) -> History:
    history = History(**header["epoch_so_far"])
    # files of older versions don't say whether losses are weighted, nor the lengths of gradients
    weighted = {"weighted": bool(header["setup"]["recipe"].get("class_weights")) or f"{DATA}weights" in arrays}
    for row in header["epochs"]:
        history.epochs.append(row["epoch"], EpochRow(**weighted | _in_numbers(row)))
    for step, loss in zip(arrays["history/step"].tolist(), arrays["history/loss"].tolist(), strict=True):
        history.step_loss.append(step, loss)
    if header.get("has_gradient_norms"):
        norms = arrays["history/gradient_norm_step"].tolist(), arrays["history/gradient_norm"].tolist()
        for step, norm in zip(*norms, strict=True):
            history.gradient_norm.append(step, norm)
    return history


def _in_numbers(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _in_numbers(item) for name, item in value.items()}
    return float(value) if isinstance(value, str) else value


def _state(network: Network, recipe: Recipe, header: Mapping[str, Any], arrays: Mapping[str, Array]) -> TrainingState:
    shape = tuple(header["setup"]["dataset"]["input_shape"])
    params, layers = network.build(stream(recipe.seed).child("weights"), shape, recipe.dtype)
    if header.get("is_start"):
        return TrainingState(0, 0, 0, params, layers, recipe.optimizer.init(params))
    fresh = {"params": params, "layers": layers, "optimizer": recipe.optimizer.init(params)}
    watched = tuple(arrays["watched"].tolist())
    return TrainingState(**header["place"], **_fill(fresh, arrays), watched=watched)


def _fill(fresh: Tree, arrays: Mapping[str, Array], prefix: str = "") -> dict[str, Any]:
    """Return a tree like `fresh` with the file's arrays in it; their shapes are checked."""
    filled: dict[str, Any] = {}
    for name, value in fresh.items():
        if isinstance(value, dict):
            filled[name] = _fill(value, arrays, f"{prefix}{name}{SEPARATOR}")
            continue
        filled[name] = arrays[prefix + name]
        if filled[name].shape != value.shape:
            raise ValueError(f"{prefix}{name} has shape {filled[name].shape} instead of {value.shape}")
    return filled
