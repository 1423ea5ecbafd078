"""Loading a run file: the run continues as if it had never stopped."""

from pathlib import Path

from glassnet.base.checks import is_a, path_of, true_or_false
from glassnet.base.errors import ShapeError
from glassnet.base.hinted import hinted
from glassnet.data import Dataset
from glassnet.files import RunFile, read_run_file
from glassnet.files.damage import reported_for
from glassnet.files.past import numbered, timeline_of
from glassnet.run.run import Run


@hinted
def load(path: str | Path, dataset: Dataset | None = None, *, trust: bool = False) -> Run:
    """Read a run file and return the run, ready to continue.

    Nothing in the file is executed, whoever wrote it. Unless you trust it, no other file is opened, nothing is asked of
    the network, and it can't ask for much more memory than it has itself.

    Arguments:
        path: a file written by `Run.save`.
        dataset: the data to continue with; by default the run's own, generated again or read from the file.
        trust: whether the file may have MNIST read from a folder or the network, and be as large as it likes.

    Raises:
        RunFileError: the file is missing, damaged, not a run file, or from a newer Glassnet; or it would need `trust`.
        ShapeError: the given data have features of another shape than the run's.
    """
    file = read_run_file(path_of("path", path), trust=true_or_false("trust", trust))
    given = None if dataset is None else is_a("dataset", dataset, Dataset, "gn.data.moons()")
    expected = tuple(file.dataset["input_shape"])
    if given is not None and given.input_shape != expected:
        raise ShapeError(f"{path} was trained on features of shape {expected}; {given.name} has {given.input_shape}.")
    with reported_for(str(path), ours_too=False):
        return _revive(file, file.make_dataset() if given is None else given)


def _revive(file: RunFile, dataset: Dataset) -> Run:
    run = Run.of(file.setup(dataset), state=file.state)
    run.adopt_past(timeline_of(file, run.timeline, dataset), file.history)
    run.branched_at = file.branched_at
    run.branches = [_revive(branch, branch.make_dataset(dataset)) for branch in numbered(file, "branch")]
    return run
