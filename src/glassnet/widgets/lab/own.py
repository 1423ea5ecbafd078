"""The Lab's settings for a run or for data of one's own, where they are of the kind that the Lab shows."""

from dataclasses import replace
from typing import Any

import numpy as np

from glassnet.base.errors import SettingError
from glassnet.data import PLANAR, Dataset
from glassnet.nn.regularizers import L2
from glassnet.optim import SGD
from glassnet.run import Run
from glassnet.widgets.lab.spec import LabSpec

SHOWN = "the Lab shows small dense networks with one sigmoid output, trained with SGD on points in the plane"
ELSEWHERE = "; gn.widgets.TrainingMonitor shows any run"


def data_settings(dataset: Dataset) -> dict[str, Any]:
    """Return the settings that make a data set's points.

    Raises:
        SettingError: the Lab can't make such points.

    >>> import glassnet as gn
    >>> data_settings(gn.data.xor(100, noise=0.2, seed=3))
    {'data': 'xor', 'samples': 100, 'noise': 0.2, 'data_seed': 3, 'test': 0.2}
    """
    source = dict(dataset.source)
    if source.get("generator") not in PLANAR or not dataset.is_as_made:
        raise SettingError(f"{dataset.name}: the Lab shows points of gn.data.{', gn.data.'.join(PLANAR)}{ELSEWHERE}.")
    held_out = len(_held_out(dataset)) / len(dataset.x)
    return {
        "data": source["generator"],
        "samples": source["samples"],
        "noise": source["noise"],
        "data_seed": source["seed"],
        "test": round(held_out, 2),
    }


def points_of(dataset: Dataset) -> Dataset:
    """Return the data with everything held out as its test part, which is what the Lab measures on."""
    parts = {"train": dataset.parts["train"], "test": _held_out(dataset)}
    return replace(dataset, parts=parts)


def settings_of(run: Run) -> dict[str, Any]:
    """Return the Lab's settings for a run.

    Raises:
        SettingError: the Lab can't show it; the message says what is different.
    """
    hidden, recipe = run.network.layers[:-1], run.recipe
    rule, penalty = recipe.optimizer, recipe.regularizer
    kinds = {type(getattr(layer, "activation", None)).__name__.lower() for layer in hidden} or {"tanh"}
    if not isinstance(rule, SGD) or (penalty is not None and not isinstance(penalty, L2)):
        raise SettingError(f"{type(rule).__name__} or its penalty: {SHOWN}{ELSEWHERE}.")
    given = {
        **data_settings(run.dataset),
        "hidden": tuple(getattr(layer, "units", 0) for layer in hidden),
        "activation": sorted(kinds)[0],
        "learning_rate": rule.learning_rate,
        "l2": 0.0 if penalty is None else penalty.rate,
        "batch_size": recipe.batch_size,
        "seed": recipe.seed,
    }
    spec = LabSpec().merge(given)
    if spec.make_network() != run.network or spec.make_recipe() != replace(recipe, epochs=spec.make_recipe().epochs):
        raise SettingError(f"This run has other settings than the Lab's: {SHOWN}{ELSEWHERE}.")
    return given


def _held_out(dataset: Dataset) -> Any:
    return np.sort(np.concatenate([dataset.parts["validation"], dataset.parts["test"]]))
