"""Run files: one safetensors file whose metadata hold the settings as JSON.

Any reader of safetensors opens the arrays; nothing in the file is ever executed.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
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
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.layers import LAYERS
from glassnet.nn.network import Network
from glassnet.run.history import EpochRow, History
from glassnet.train import Recipe, TrainingState

FORMAT = 1
KEY = "glassnet"


@dataclass(frozen=True)
class RunFile:
    """What a run file says, without its data set having to be at hand.

    Arguments:
        network, recipe, state, history: as in a Run, at the moment of saving.
        dataset: name, source, input_shape, class_names … as JSON.
        results: what was measured when the file was written.
        arrays: the data themselves where no generator can make them again.
    """

    network: Network
    recipe: Recipe
    state: TrainingState
    history: History
    dataset: Mapping[str, Any]
    results: Mapping[str, Any]
    arrays: Mapping[str, Array]

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
) -> bytes:
    """Return the content of a run file."""
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
        "epochs": [_row_to_json(row) for row in history.epochs],
        "epoch_so_far": {"loss_sum": history.loss_sum, "samples": history.samples},
        "layers": list(network.names),
        "results": results,
    }
    arrays = {
        **flatten({"params": state.params, "layers": state.layers, "optimizer": state.optimizer}),
        "watched": np.array(state.watched, dtype=np.float64),
        "history/step": np.array(history.step_loss.numbers, dtype=np.int64),
        "history/loss": np.array(history.step_loss.items, dtype=np.float64),
    }
    if dataset.source.get("generator") not in GENERATORS:
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
    try:
        classes = {
            kind.__name__: kind for kind in [*LAYERS.values(), *ACTIVATIONS.values(), *INITIALIZERS.values(), Network]
        }
        network = from_json(header["network"], classes)
        recipe = Recipe.from_json(header["recipe"])
        state = _state(network, recipe, header, arrays)
        history = History(**header["epoch_so_far"])
        for row in header["epochs"]:
            history.epochs.append(row["epoch"], _row_from_json(row))
        for step, loss in zip(arrays["history/step"].tolist(), arrays["history/loss"].tolist(), strict=True):
            history.step_loss.append(step, loss)
        data = {name: value for name, value in arrays.items() if name.startswith("data/")}
        return RunFile(network, recipe, state, history, header["dataset"], header["results"], data)
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise RunFileError(f"{path} is a run file, but its content is damaged ({error}).") from None


def _row_to_json(row: EpochRow) -> dict[str, Any]:
    """JSON has no infinity and no NaN, which losses can reach: those are kept as words."""
    return {
        name: str(value) if value is not None and not isfinite(value) else value for name, value in asdict(row).items()
    }


def _row_from_json(row: Mapping[str, Any]) -> EpochRow:
    values: dict[str, Any] = {name: float(value) if isinstance(value, str) else value for name, value in row.items()}
    return EpochRow(**values)


def _state(network: Network, recipe: Recipe, header: Mapping[str, Any], arrays: Mapping[str, Array]) -> TrainingState:
    params, layers = network.build(stream(recipe.seed), tuple(header["dataset"]["input_shape"]), recipe.dtype)
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
    if KEY not in metadata:
        raise RunFileError(f"{path} holds arrays, but no Glassnet run.")
    try:
        header = json.loads(metadata[KEY])
        version = header["format"]
    except (ValueError, TypeError, KeyError) as error:
        raise RunFileError(f"{path} is a run file, but its settings are damaged ({error}).") from None
    if version != FORMAT:
        raise RunFileError(f"{path} has format {version}; this Glassnet reads format {FORMAT}. Update Glassnet.")
    return header, arrays
