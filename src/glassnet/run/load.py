"""Loading a run file: the run continues as if it had never stopped."""

from pathlib import Path

from glassnet.base.checks import is_a, path_of
from glassnet.base.errors import ShapeError
from glassnet.data import Dataset
from glassnet.files import RunFile, read_run_file
from glassnet.files.past import numbered, timeline_of
from glassnet.run.run import Run


def load(path: str | Path, dataset: Dataset | None = None) -> Run:
    """Read a run file and return the run, ready to continue.

    Arguments:
        path: a file written by `Run.save`.
        dataset: the data to continue with; by default the run's own, generated again or read from the file.

    Raises:
        RunFileError: the file is missing, damaged, not a run file, or from a newer Glassnet.
        ShapeError: the given data have features of another shape than the run's.
    """
    file = read_run_file(path_of("path", path))
    dataset = file.make_dataset() if dataset is None else is_a("dataset", dataset, Dataset, "gn.data.moons()")
    expected = tuple(file.dataset["input_shape"])
    if dataset.input_shape != expected:
        raise ShapeError(
            f"{path} was trained on features of shape {expected}; {dataset.name} has {dataset.input_shape}."
        )
    return _revive(file, dataset)


def _revive(file: RunFile, dataset: Dataset) -> Run:
    run = Run.of(file.setup(dataset), state=file.state)
    run.adopt_past(timeline_of(file, run.timeline, dataset), file.history)
    run.branched_at = file.branched_at
    run.branches = [_revive(branch, branch.make_dataset(dataset)) for branch in numbered(file, "branch")]
    return run
