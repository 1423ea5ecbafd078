"""`glassnet train`: train a network on real data, say how good it is, keep it in a file."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from glassnet.app.report import print_results
from glassnet.app.results import measure
from glassnet.base.checks import whole_number
from glassnet.base.errors import DivergedError, RunFileError, SettingError
from glassnet.data import Dataset, digits, mnist
from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.optim import SGD
from glassnet.run import Run, train
from glassnet.train import Recipe

Epochs = Annotated[int, typer.Option(help="Passes over the training data.")]
BatchSize = Annotated[int, typer.Option(help="Examples in one update.")]
LearningRate = Annotated[float, typer.Option(help="Step length of gradient descent.")]
Momentum = Annotated[float, typer.Option(help="Share of the last step that the next one keeps, 0 to below 1.")]
Hidden = Annotated[str, typer.Option(help='Units of the hidden layers, such as 32 or 128,64; "" for none.')]
Seed = Annotated[int, typer.Option(help="Decides held-out samples, first weights and batches; same seed, same result.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="File for the trained run.", show_default="a new name here")
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the output file if it exists.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print the test accuracy and the file name, nothing else.")]
DataDir = Annotated[
    Path | None,
    typer.Option(
        help="Folder with MNIST's four IDX files, plain or .gz.", show_default="downloaded from OpenML once, then kept"
    ),
]


def train_digits(
    epochs: Epochs = 40,
    batch_size: BatchSize = 32,
    learning_rate: LearningRate = 0.2,
    momentum: Momentum = 0.9,
    hidden: Hidden = "32",
    seed: Seed = 0,
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Train on 1,797 handwritten digits of 8×8 pixels (they come with scikit-learn); a second or two."""
    recipe = Recipe(
        "sparse_softmax_cross_entropy",
        SGD(learning_rate, momentum),
        batch_size=batch_size,
        epochs=epochs,
        seed=seed,
    )
    _train(recipe, hidden, lambda: digits(seed=seed), _Target("digits", output, force), quiet)


def train_mnist(
    data_dir: DataDir = None,
    epochs: Epochs = 20,
    batch_size: BatchSize = 32,
    learning_rate: LearningRate = 0.01,
    momentum: Momentum = 0.9,
    hidden: Hidden = "128,64",
    seed: Seed = 0,
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Train on MNIST, 70,000 handwritten digits of 28×28 pixels; some minutes."""
    recipe = Recipe(
        "sparse_softmax_cross_entropy",
        SGD(learning_rate, momentum),
        batch_size=batch_size,
        epochs=epochs,
        seed=seed,
    )
    _train(recipe, hidden, lambda: mnist(data_dir, seed=seed), _Target("mnist", output, force), quiet)


class _Target:
    """Where the run file goes; nothing is ever overwritten unasked."""

    def __init__(self, name: str, output: Path | None, force: bool) -> None:
        self._name, self._output, self._force = name, output, force

    def path(self) -> Path:
        """Return a path that may be written to, or raise a RunFileError."""
        path = self._output or self._free_name()
        if path.is_dir():
            raise RunFileError(f"--output {path} is a folder; give a file name, such as {path / self._name}.glass.")
        if self._output and path.exists() and not self._force:
            raise RunFileError(f"{path} exists already; choose another --output, or --force to overwrite it.")
        folder = path.absolute().parent
        if not folder.is_dir() or not os.access(folder, os.W_OK):
            raise RunFileError(f"Cannot write {path}: {folder} is no folder that you may write to.")
        return path

    def _free_name(self) -> Path:
        path, number = Path(f"{self._name}.glass"), 2
        while path.exists() and not self._force:
            path, number = Path(f"{self._name}-{number}.glass"), number + 1
        return path


def _train(recipe: Recipe, hidden: str, load: Callable[[], Dataset], target: _Target, quiet: bool) -> None:
    console = Console(quiet=quiet, highlight=False)
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
        run.save(path := target.path())
        console.print(f"The run up to step {run.step:,} is kept in {path}.", markup=False)
        raise
    if run.step == 0:
        raise typer.Abort
    _conclude(console, run, time.monotonic() - began)
    results = measure(run)
    run.save(path := target.path(), results=results)
    print_results(console, results, data.class_names)
    console.print(f"\nSaved as [bold]{path}[/bold]. `glassnet show {path}` prints this again.", soft_wrap=True)
    if quiet:
        print(f"test accuracy {results['accuracy']:.2%}, saved as {path}")


def _units(hidden: str) -> list[int]:
    words = [word.strip() for word in hidden.split(",")] if hidden.strip() else []
    if not all(word.isdecimal() for word in words):
        raise SettingError(f"--hidden takes whole numbers with commas between, such as 32 or 128,64; got {hidden!r}.")
    return [whole_number("--hidden", int(word), minimum=1) for word in words]


def _introduce(console: Console, run: Run) -> None:
    data = run.dataset
    inputs = data.input_shape[0]
    sizes = "-".join(str(size) for size in (inputs, *(layer.units for layer in run.network.layers)))  # type: ignore[attr-defined]
    counts = ", ".join(f"{len(indices):,} {part}" for part, indices in data.parts.items())
    console.print(f"[bold]{data.name}[/bold]: {counts} samples.")
    console.print(f"Network {sizes}. Ctrl-C stops early and keeps what was learnt.")


def _conclude(console: Console, run: Run, seconds: float) -> None:
    state = run.state
    early = "" if state.epoch >= run.recipe.epochs else f"Stopped early, in epoch {state.epoch + 1}. "
    console.print(f"{early}{state.epoch} epochs, {state.step:,} updates in {seconds:.1f} s.")
