"""A Lab in a run file: its run with the branches, and the settings of every stretch of training."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.errors import RunFileError
from glassnet.files import read_run_file
from glassnet.files.past import content_of
from glassnet.history.history import History
from glassnet.history.timeline import Timeline
from glassnet.run import Run
from glassnet.run.load import load
from glassnet.train import Setup, TrainingState
from glassnet.widgets.lab.spec import LabSpec

KEY = "lab"
"""Under which name the settings stand in the file's results: for each run, those of each stretch."""


class Filed(NamedTuple):
    """A run as it goes into the file; a branch stays a branch, also of a run that has gone back since."""

    setup: Setup
    state: TrainingState
    history: History
    timeline: Timeline
    branches: Sequence[Any] = ()
    branched_at: int | None = None


class LabRun(NamedTuple):
    """A run, and the settings of each stretch of its training."""

    run: Run
    specs: tuple[LabSpec, ...]


def lab_file(runs: Sequence[LabRun]) -> bytes:
    """Return a run file with the first run and the others as its branches; `glassnet.load` reads it too."""
    first, *others = (run for run, _ in runs)
    branches = [_filed(run) for run in others]
    specs = [[spec.to_json() for spec in each.specs] for each in runs]
    return content_of(_filed(first)._replace(branches=branches), {KEY: specs})


def read_lab_file(name: str, content: bytes) -> list[LabRun]:
    """Return the runs in a file that the Lab has saved.

    Raises:
        RunFileError: it is damaged, no run file, or not from the Lab.
        SettingError, UnknownNameError: its settings are invalid.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder, "lab.glass")
        path.write_bytes(content)
        try:
            settings = read_run_file(path).results.get(KEY)
            run = load(path)
        except RunFileError as error:
            raise RunFileError(str(error).replace(str(path), name)) from None
    runs = [run, *run.branches]
    if not isinstance(settings, list) or len(settings) != len(runs):
        raise RunFileError(f"{name} was not saved by the Lab: open it with glassnet.load or a training monitor.")
    return [LabRun(each, _specs(name, each, given)) for each, given in zip(runs, settings, strict=True)]


def _filed(run: Run) -> Filed:
    return Filed(run.setup, run.state, run.history, run.timeline, (), run.branched_at)


def _specs(name: str, run: Run, given: object) -> tuple[LabSpec, ...]:
    """Return the settings of each stretch, after checking that they are those of the run."""
    segments = run.timeline.segments
    if not isinstance(given, list) or len(given) != len(segments):
        raise RunFileError(f"{name} is damaged: it has {len(segments)} stretches of training and settings of others.")
    specs = tuple(LabSpec().merge(each if isinstance(each, Mapping) else None) for each in given)
    for spec, segment in zip(specs, segments, strict=True):
        plan, data = segment.plan, spec.make_dataset()
        same = np.array_equal(plan.dataset.x, data.x) and np.array_equal(plan.dataset.y, data.y)
        if plan.network != spec.make_network() or plan.recipe != spec.make_recipe() or not same:
            raise RunFileError(f"{name} is damaged: its settings are not those of its run.")
    return specs
