"""What `glassnet train` and `glassnet resume` do: train, report how good the network is, save it to a file."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.text import Text

from glassnet.app.console import console as new_console
from glassnet.app.keeping import keep
from glassnet.app.report import print_results
from glassnet.app.results import measure
from glassnet.base.checks import whole_number
from glassnet.base.errors import DivergedError, RunFileError, SettingError
from glassnet.data import Dataset
from glassnet.files import check_target, read_run_file
from glassnet.fitting import train
from glassnet.fitting.callbacks import Callback
from glassnet.history.history import EpochRow
from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.run import Run, load
from glassnet.train import Recipe


class Target:
    """Where the run file is written; nothing is overwritten without being asked."""

    def __init__(self, name: str, output: Path | None, force: bool) -> None:
        self._name, self._output, self._force = name, output, force

    def path(self) -> Path:
        """Return a path that may be written to, or raise a RunFileError."""
        try:
            return self._checked()
        except OSError as error:  # a name that the system refuses
            raise RunFileError(f"Cannot write {self._output}: {error.strerror or error}.") from None

    def _checked(self) -> Path:
        path = self._output or self._free_name()
        if path.is_dir():
            raise RunFileError(f"--output {path} is a folder; use a file name, such as {path / self._name}.glass.")
        if self._output and path.exists() and not self._force:
            raise RunFileError(f"{path} exists already; choose another --output, or use --force to overwrite it.")
        folder = path.absolute().parent
        if not folder.is_dir() or not os.access(folder, os.W_OK):
            raise RunFileError(f"Cannot write {path}: {folder} is not a folder that you can write to.")
        check_target(path)
        return path

    def _free_name(self) -> Path:
        path, number = Path(f"{self._name}.glass"), 2
        while path.exists() and not self._force:
            path, number = Path(f"{self._name}-{number}.glass"), number + 1
        return path


def train_and_report(recipe: Recipe, hidden: str, load: Callable[[], Dataset], target: Target, *, quiet: bool) -> None:
    """Train a classifier of dense layers, report how good it is, and save the run to a file.

    Arguments:
        recipe: how to train.
        hidden: units of the hidden layers, as typed.
        load: loads the data.
        target: where to write the run file.
        quiet: whether to print only the test accuracy and the file name.

    Raises:
        SettingError: `hidden` is not a list of whole numbers.
        RunFileError: the target cannot be written to.
        DivergedError: a number became NaN or infinite; the run so far is saved.
    """
    console = new_console(quiet=quiet)
    units = _units(hidden)
    target.path()  # a mistake here shows before minutes of training, not after them
    data = load()
    layers = [Dense(count, "relu", weight_initializer="he_uniform") for count in units]
    run = Run(Network([*layers, Dense(len(data.class_names))]), recipe, data)
    _introduce(console, run)
    began = time.monotonic()
    try:
        train(run, recipe.epochs, progress=not quiet)
    except DivergedError:
        path = keep(run, target.path)
        console.print(f"The run up to step {run.step:,} is saved in {path}.", markup=False)
        raise
    if run.step == 0:
        raise typer.Abort
    _conclude(console, run, time.monotonic() - began)
    results = measure(run)
    path = keep(run, target.path, results)
    print_results(console, results, data.class_names)
    saved = Text.assemble("\nSaved as ", (str(path), "bold"), f". `glassnet show {path}` prints this again.")
    console.print(saved, soft_wrap=True)
    if quiet:
        print(f"test accuracy {results['accuracy']:.2%}, saved as {path}")


class _SaveEpochs(Callback):
    """Saves the run after every epoch, with its results measured anew if the file had any."""

    def __init__(self, file: Path, *, measured: bool) -> None:
        self._file, self._measured = file, measured

    def on_epoch(self, run: Run, row: EpochRow) -> bool:
        """Save it."""
        run.save(self._file, results=self.results(run))
        return False

    def results(self, run: Run) -> dict[str, Any] | None:
        """Return what the file says about how good the run is."""
        return measure(run) if self._measured else None


def resume_run(file: Path, epochs: int | None, *, quiet: bool, trust: bool = False) -> None:
    """Continue training a run file until it has completed that many epochs (None: as many as its recipe says).

    Raises:
        SettingError: it has completed them already.
        RunFileError: the file can't be read or written; what was trained until then is saved elsewhere.
    """
    saved = _SaveEpochs(file, measured=bool(read_run_file(file, trust=trust).results))
    run = load(file, trust=trust)
    until = run.recipe.epochs if epochs is None else epochs
    if run.state.epoch >= until:
        raise SettingError(
            f"{file} has already completed {run.state.epoch} epochs; ask for more, such as "
            f"--epochs {run.state.epoch + 10}."
        )
    check_target(file)
    try:
        train(run, until, progress=not quiet, callbacks=[saved])
    except RunFileError:  # such as a disk that is full
        keep(run, lambda: file, saved.results(run))
        raise
    keep(run, lambda: file, saved.results(run))
    row = run.history.epochs.last
    loss = "" if row is None else f", loss {row.loss:.4g}"
    print(f"{file} is now at epoch {run.state.epoch}, step {run.step:,}{loss}.")


def _units(hidden: str) -> list[int]:
    words = [word.strip() for word in hidden.split(",")] if hidden.strip() else []
    if not all(word.isdecimal() for word in words):
        raise SettingError(f"--hidden takes whole numbers separated by commas, such as 32 or 128,64; got {hidden!r}.")
    return [whole_number("--hidden", int(word), minimum=1) for word in words]


def _introduce(console: Console, run: Run) -> None:
    data = run.dataset
    inputs = data.input_shape[0]
    sizes = "-".join(str(size) for size in (inputs, *(layer.units for layer in run.network.layers)))  # type: ignore[attr-defined]
    counts = ", ".join(f"{len(indices):,} {part}" for part, indices in data.parts.items())
    console.print(Text.assemble((data.name, "bold"), f": {counts} samples."))
    console.print(f"Network {sizes}. Ctrl-C stops early and keeps what was learnt.")


def _conclude(console: Console, run: Run, seconds: float) -> None:
    state = run.state
    early = "" if state.epoch >= run.recipe.epochs else f"Stopped early, in epoch {state.epoch + 1}. "
    console.print(f"{early}{state.epoch} epochs, {state.step:,} updates in {seconds:.1f} s.")
