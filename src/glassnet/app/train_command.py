"""`glassnet train`: its arguments and options."""

from pathlib import Path
from typing import Annotated

import typer

import glassnet as gn
from glassnet import app as commands

Epochs = Annotated[int, typer.Option(help="Passes over the training data.")]
BatchSize = Annotated[int, typer.Option(help="Examples per update.")]
LearningRate = Annotated[float, typer.Option(help="Step size of gradient descent.")]
Momentum = Annotated[float, typer.Option(help="Fraction of the last step that the next one keeps, from 0 to below 1.")]
Hidden = Annotated[str, typer.Option(help='Units of the hidden layers, such as 32 or 128,64; "" for none.')]
Seed = Annotated[
    int, typer.Option(help="Determines held-out samples, initial weights and batches; same seed, same result.")
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="File for the trained run.", show_default="a new file in this folder"),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the output file if it exists.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print only the test accuracy and the file name.")]
DataDir = Annotated[
    Path | None,
    typer.Option(help="Folder with MNIST's four IDX files, plain or .gz.", show_default="downloaded once from OpenML"),
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
    """Train on 1,797 handwritten digits of 8×8 pixels (from scikit-learn); takes a second or two."""
    recipe = gn.Recipe(
        "sparse_softmax_cross_entropy",
        gn.SGD(learning_rate, momentum),
        batch_size=batch_size,
        epochs=epochs,
        seed=seed,
    )
    target = commands.Target("digits", output, force)
    commands.train_and_report(recipe, hidden, lambda: gn.data.digits(seed=seed), target, quiet=quiet)


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
    """Train on MNIST, 70,000 handwritten digits of 28×28 pixels; takes a few minutes."""
    recipe = gn.Recipe(
        "sparse_softmax_cross_entropy",
        gn.SGD(learning_rate, momentum),
        batch_size=batch_size,
        epochs=epochs,
        seed=seed,
    )
    target = commands.Target("mnist", output, force)
    commands.train_and_report(recipe, hidden, lambda: gn.data.mnist(data_dir, seed=seed), target, quiet=quiet)
