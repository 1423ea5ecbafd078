"""Run files: one safetensors file whose metadata hold the settings as JSON.

Any reader of safetensors opens the arrays; nothing in the file is ever executed.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.errors import RunFileError
from glassnet.base.files import write_atomically
from glassnet.base.random import stream
from glassnet.base.settings import from_json, to_json
from glassnet.base.trees import SEPARATOR, flatten
from glassnet.data import GENERATORS, Dataset, Scaler
from glassnet.files.older import from_format_1
from glassnet.history.history import EpochRow, History
from glassnet.nn.network import Network
from glassnet.train import Recipe, TrainingState
from glassnet.train.catalogue import CLASSES

FORMAT = 2
READABLE = (1, FORMAT)
KEY = "glassnet"
INNER = "inner/"
"""What the names of run files inside a run file begin with."""


@dataclass(frozen=True)
class RunFile:
    """What a run file says, without its data set having to be at hand.

    Arguments:
        network, recipe, state, history: as in a Run, at the moment of saving.
        dataset: name, source, input_shape, class_names … as JSON.
        results: what was measured when the file was written.
        arrays: the data themselves where no generator can make them again.
        inner: other run files inside this one, by name: "past/0" … where a stretch of training began,
            "kept/0/0" … states on its way, "branch/0" ….
        branched_at: for a branch, the step up to which it has its past from another run.
        shares_data: whether the data are those of the file around this one.
    """

    network: Network
    recipe: Recipe
    state: TrainingState
    history: History
    dataset: Mapping[str, Any]
    results: Mapping[str, Any]
    arrays: Mapping[str, Array]
    inner: Mapping[str, "RunFile"] = field(default_factory=dict)
    branched_at: int | None = None
    shares_data: bool = False

    def make_dataset(self) -> Dataset:
        """Return the data set that the run was trained on: generated again, or from the file."""
        source = dict(self.dataset["source"])
        generator = source.pop("generator", None)
        if generator in GENERATORS:
            return GENERATORS[generator](**source)
        parts = {part: self.arrays[f"data/part/{part}"] for part in ("train", "validation", "test")}
        x, y, name = self.arrays["data/x"], self.arrays["data/y"], self.dataset["name"]
        features, classes = tuple(self.dataset["feature_names"]), tuple(self.dataset["class_names"])
        weights, scalers = self.arrays.get("data/weights"), [self._scaler(part) for part in ("x", "y")]
        return Dataset(name, x, y, parts, features, classes, source, weights, *scalers)

    def _scaler(self, part: str) -> Scaler | None:
        offset = self.arrays.get(f"data/scaler/{part}/offset")
        return None if offset is None else Scaler(offset, self.arrays[f"data/scaler/{part}/scale"])


def encode(
    network: Network,
    recipe: Recipe,
    state: TrainingState,
    history: History,
    dataset: Dataset,
    results: Mapping[str, Any],
    *,
    inner: Mapping[str, bytes] | None = None,
    branched_at: int | None = None,
    shares_data: bool = False,
    is_start: bool = False,
) -> bytes:
    """Return the content of a run file.

    Arguments:
        network, recipe, state, history, dataset, results, inner, branched_at: as in a `RunFile`.
        shares_data: leave the data out: the file around this one has them.
        is_start: leave the state out: it is the one that the recipe's seed gives.
    """
    from safetensors.numpy import save  # only files need it

    header = {
        "format": FORMAT,
        "network": to_json(network),
        "recipe": recipe.to_json(),
        "place": {"step": state.step, "epoch": state.epoch, "offset": state.offset},
        "dataset": {
            "name": dataset.name,
            "source": to_json(dataset.source),
            "input_shape": list(dataset.input_shape),
            "samples": {part: len(indices) for part, indices in dataset.parts.items()},
            "feature_names": list(dataset.feature_names),
            "class_names": list(dataset.class_names),
        },
        "epochs": [_in_words(asdict(row)) for row in history.epochs],
        "epoch_so_far": {"loss_sum": history.loss_sum, "samples": history.samples},
        "layers": list(network.names),
        "results": results,
        "inner": list(inner or {}),
        "branched_at": branched_at,
        "shares_data": shares_data,
        "is_start": is_start,
    }
    trees = {} if is_start else {"params": state.params, "layers": state.layers, "optimizer": state.optimizer}
    arrays = {
        **flatten(trees),
        **{f"{INNER}{name}": np.frombuffer(content, np.uint8) for name, content in (inner or {}).items()},
        "watched": np.array(state.watched, dtype=np.float64),
        "history/step": np.array(history.step_loss.numbers, dtype=np.int64),
        "history/loss": np.array(history.step_loss.items, dtype=np.float64),
    }
    if dataset.source.get("generator") not in GENERATORS and not shares_data:
        arrays |= {"data/x": dataset.x, "data/y": dataset.y}
        arrays |= {f"data/part/{part}": indices for part, indices in dataset.parts.items()}
        arrays |= _optional_arrays(dataset)
    arrays = {name: np.asarray(value, order="C") for name, value in arrays.items()}
    return save(arrays, metadata={KEY: json.dumps(header, allow_nan=False)})


def _optional_arrays(dataset: Dataset) -> dict[str, Array]:
    arrays = {} if dataset.sample_weights is None else {"data/weights": dataset.sample_weights}
    for part, scaler in [("x", dataset.scaler), ("y", dataset.target_scaler)]:
        if scaler is not None:
            arrays |= {f"data/scaler/{part}/offset": scaler.offset, f"data/scaler/{part}/scale": scaler.scale}
    return arrays


def write_run_file(path: Path, content: bytes) -> None:
    """Write a run file whole or not at all.

    Raises:
        RunFileError: the folder does not exist and cannot be made, or may not be written.
    """
    try:
        write_atomically(path, content)
    except OSError as error:
        raise RunFileError(
            f"Cannot write {path}: {error.strerror or error}. Choose a folder that you may write to."
        ) from None


def read_run_file(path: str | Path) -> RunFile:
    """Read a run file.

    Raises:
        RunFileError: the file is missing, damaged, foreign, or from a newer Glassnet.
    """
    header, arrays = _read(Path(path))
    return _decode(str(path), header, arrays)


def _decode(path: str, header: Mapping[str, Any], arrays: Mapping[str, Array]) -> RunFile:
    try:
        if header["format"] == 1:
            header, arrays = from_format_1(header, arrays)
        network = from_json(header["network"], CLASSES | {Network.__name__: Network})
        recipe = Recipe.from_json(header["recipe"])
        state = _state(network, recipe, header, arrays)
        history = History(**header["epoch_so_far"])
        for row in header["epochs"]:
            history.epochs.append(row["epoch"], EpochRow(**_in_numbers(row)))
        for step, loss in zip(arrays["history/step"].tolist(), arrays["history/loss"].tolist(), strict=True):
            history.step_loss.append(step, loss)
        data = {name: value for name, value in arrays.items() if name.startswith("data/")}
        inner = {
            name: _decode(path, *_take_apart(path, arrays[INNER + name].tobytes())) for name in header.get("inner", ())
        }
        branched_at, shares_data = header.get("branched_at"), header.get("shares_data", False)
        return RunFile(
            network, recipe, state, history, header["dataset"], header["results"], data, inner, branched_at, shares_data
        )
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise RunFileError(f"{path} is a run file, but its content is damaged ({error}).") from None


def _in_words(value: Any) -> Any:
    """JSON has no infinity and no NaN, which losses can reach: those are kept as words."""
    if isinstance(value, Mapping):
        return {name: _in_words(item) for name, item in value.items()}
    return str(value) if isinstance(value, float) and not isfinite(value) else value


def _in_numbers(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _in_numbers(item) for name, item in value.items()}
    return float(value) if isinstance(value, str) else value


def _state(network: Network, recipe: Recipe, header: Mapping[str, Any], arrays: Mapping[str, Array]) -> TrainingState:
    shape = tuple(header["dataset"]["input_shape"])
    params, layers = network.build(stream(recipe.seed).child("weights"), shape, recipe.dtype)
    if header.get("is_start"):
        return TrainingState(0, 0, 0, params, layers, recipe.optimizer.init(params))
    fresh = {"params": params, "layers": layers, "optimizer": recipe.optimizer.init(params)}
    watched = tuple(arrays["watched"].tolist())
    return TrainingState(**header["place"], **_fill(fresh, arrays), watched=watched)


def _fill(fresh: Tree, arrays: Mapping[str, Array], prefix: str = "") -> dict[str, Any]:
    """Return a tree of the form of `fresh` with the file's arrays in it, checked for their shapes."""
    filled: dict[str, Any] = {}
    for name, value in fresh.items():
        if isinstance(value, dict):
            filled[name] = _fill(value, arrays, f"{prefix}{name}{SEPARATOR}")
            continue
        filled[name] = arrays[prefix + name]
        if filled[name].shape != value.shape:
            raise ValueError(f"{prefix}{name} has shape {filled[name].shape} instead of {value.shape}")
    return filled


def _read(path: Path) -> tuple[dict[str, Any], dict[str, Array]]:
    from safetensors import SafetensorError, safe_open  # only files need it

    if not path.is_file():
        raise RunFileError(f"There is no file {path}.")
    try:
        with safe_open(path, framework="numpy") as file:
            metadata = file.metadata() or {}
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (not a mapping)
    except (SafetensorError, OSError) as error:
        raise RunFileError(f"{path} is not a run file, or it is damaged ({error}).") from None
    return _header(str(path), metadata), arrays


def _take_apart(path: str, content: bytes) -> tuple[dict[str, Any], dict[str, Array]]:
    """Read a run file that lies in another."""
    from safetensors import SafetensorError  # only files need it
    from safetensors.numpy import load

    try:
        arrays = {name: values.copy() for name, values in load(content).items()}
        metadata = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])["__metadata__"]
    except (SafetensorError, ValueError, KeyError) as error:
        raise RunFileError(f"{path} is a run file, but a run inside it is damaged ({error}).") from None
    return _header(path, metadata), arrays


def _header(path: str, metadata: Mapping[str, str]) -> dict[str, Any]:
    if KEY not in metadata:
        raise RunFileError(f"{path} holds arrays, but no Glassnet run.")
    try:
        header: dict[str, Any] = json.loads(metadata[KEY])
        version = header["format"]
    except (ValueError, TypeError, KeyError) as error:
        raise RunFileError(f"{path} is a run file, but its settings are damaged ({error}).") from None
    if version not in READABLE:
        raise RunFileError(f"{path} has format {version}; this Glassnet reads formats up to {FORMAT}. Update Glassnet.")
    return header
