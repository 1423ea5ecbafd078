"""The content of a run file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from glassnet.base.arrays import Array
from glassnet.data import GENERATORS, Dataset
from glassnet.data.dataset_json import dataset_from_json
from glassnet.files.allowance import Allowance
from glassnet.history.history import History
from glassnet.nn.network import Network
from glassnet.train import Recipe, Setup, TrainingState


@dataclass(frozen=True)
class RunFile:
    """The content of a run file; the data set itself need not be available.

    Arguments:
        network, recipe, state, history: as in a Run, when it was saved.
        dataset: the data as JSON, as in a Setup: name, source, input_shape, class_names ….
        results: what was measured when the file was written.
        arrays: the data themselves, if no generator can reproduce them.
        inner: other run files inside this one, by name: "past/0" … for the start of each segment of training,
            "kept/0/0" … for states within it, "branch/0" … for branches.
        branched_at: for a branch, the step up to which it shares another run's past.
        shares_data: whether the data are in the enclosing file.
        allowance: what making the data may cost, and whether it may open other files; None for no limit.
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
    allowance: Allowance | None = None

    def make_dataset(self, around: Dataset | None = None) -> Dataset:
        """Return the run's training data: generated again, or from this file or the enclosing one.

        Raises:
            RunFileError: they would be too large, or would have to be fetched (`allowance`).
        """
        if self.shares_data and around is not None:
            return around
        if self.allowance is not None and not self.arrays and self.dataset["source"].get("generator") in GENERATORS:
            self.allowance.check_data(self.dataset)
        return dataset_from_json(self.dataset, self.arrays)

    def setup(self, dataset: Dataset) -> Setup:
        """Return network and recipe with data: those of the file (`make_dataset`), or others."""
        return Setup(self.network, self.recipe, dataset)
