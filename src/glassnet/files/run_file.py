"""What a run file says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from glassnet.base.arrays import Array
from glassnet.data import Dataset
from glassnet.data.dataset_json import dataset_from_json
from glassnet.history.history import History
from glassnet.nn.network import Network
from glassnet.train import Recipe, Setup, TrainingState


@dataclass(frozen=True)
class RunFile:
    """What a run file says, without its data set having to be at hand.

    Arguments:
        network, recipe, state, history: as in a Run, at the moment of saving.
        dataset: the data as JSON, as in a Setup's: name, source, input_shape, class_names ….
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

    def make_dataset(self, around: Dataset | None = None) -> Dataset:
        """Return the data that the run was trained on: generated again, from the file, or from the file around it."""
        return around if self.shares_data and around is not None else dataset_from_json(self.dataset, self.arrays)

    def setup(self, dataset: Dataset) -> Setup:
        """Return network and recipe with data: those of the file (`make_dataset`), or others."""
        return Setup(self.network, self.recipe, dataset)
