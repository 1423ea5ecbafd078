"""Training from start to finish, with a progress bar."""

from collections.abc import Sequence
from dataclasses import fields
from math import ceil
from typing import Any

from glassnet.base.checks import true_or_false
from glassnet.base.errors import DivergedError, RunFileError
from glassnet.base.hinted import hinted
from glassnet.base.registry import Named, look_up
from glassnet.data import Dataset
from glassnet.fitting.callbacks import Callback, check_callbacks
from glassnet.fitting.choose_engine import choose_engine
from glassnet.fitting.progress import progress_bar
from glassnet.nn.layers import Layer
from glassnet.nn.network import Network
from glassnet.optim import SGD
from glassnet.run.run import MEMORY, Run
from glassnet.train import Recipe, Setup
from glassnet.train.xla.hardware import Hardware

OWN_ARGUMENTS = ("network", "dataset", "device", "devices", "memory", "progress", "callbacks")
"""What `fit` takes besides the settings of a recipe."""


@hinted
def fit(
    network: Network | Sequence[Layer],
    dataset: Dataset,
    *,
    loss: Named,
    optimizer: Named | None = None,
    batch_size: int = 32,
    epochs: int = 10,
    seed: int = 0,
    engine: str = "auto",
    device: str | None = None,
    devices: int = 1,
    memory: int = MEMORY,
    progress: bool = True,
    callbacks: Callback | Sequence[Callback] = (),
    **settings: Any,
) -> Run:
    """Train a network and return the run; Ctrl-C stops early and keeps what was learnt.

    Arguments:
        network: what to train; a list of layers is enough.
        dataset: on what.
        loss: by name or as a `Loss`.
        optimizer: by name or as an `UpdateRule` (default: SGD(0.01)).
        batch_size: examples per step.
        epochs: passes over the training data.
        seed: determines everything random; the same seed gives the same bits.
        engine: "eager", "xla" (compiled, see `Recipe`), or "auto": compiled if training will take long and JAX is
            installed.
        device: for compiled training, "cpu", "gpu" or "tpu"; None for the best that JAX finds.
        devices: number of devices that share each batch.
        memory: bytes for stored states.
        progress: whether to show a progress bar in a terminal or a notebook.
        callbacks: called after every epoch, such as `EarlyStopping`.
        settings: further settings of a `Recipe`: schedule, clipping, regularizer, constraint, class_weights, dtype ….

    Raises:
        SettingError: a setting is invalid.
        DivergedError: a number became NaN or infinite; the error's `run` keeps the last finite state.
        RunFileError: a `Checkpoint` can't be written; the error's `run` is the training so far.

    >>> import glassnet as gn
    >>> net = gn.Network([gn.Dense(8, "tanh"), gn.Dense(1, "sigmoid")])
    >>> run = gn.fit(net, gn.data.moons(200, seed=1), loss="binary_cross_entropy", optimizer=gn.SGD(0.5), epochs=40)
    >>> run.step, round(run.evaluate("validation").accuracy, 3)
    (200, 0.8)
    """
    for name in settings:
        look_up("setting", name, dict.fromkeys((*(field.name for field in fields(Recipe)), *OWN_ARGUMENTS)))
    true_or_false("progress", progress)
    rule = SGD() if optimizer is None else optimizer
    recipe = Recipe(loss, rule, batch_size=batch_size, epochs=epochs, seed=seed, **settings)
    chain: Any = Network(network) if isinstance(network, list | tuple) else network
    setup, hardware = Setup(chain, recipe, dataset), Hardware(device, devices)
    chosen = choose_engine(engine, setup, hardware)
    run = Run.of(setup.changed(engine=chosen), memory=memory, hardware=hardware)
    train(run, epochs, progress=progress, callbacks=callbacks)
    return run


def train(run: Run, epochs: int, *, progress: bool = True, callbacks: Callback | Sequence[Callback] = ()) -> None:
    """Train a run until it has completed that many epochs; Ctrl-C stops early and keeps what was learnt.

    Arguments:
        run: what to train.
        epochs: passes over the training data, counted from the start of the run.
        progress: whether to show a progress bar in a terminal or a notebook.
        callbacks: called after every epoch; training stops when one returns True.

    Raises:
        DivergedError: a number became NaN or infinite; the error's `run` keeps the last finite state.
        RunFileError: a `Checkpoint` can't be written; the error's `run` is the training so far.
    """
    true_or_false("progress", progress)
    asked = check_callbacks(callbacks)
    for callback in asked:
        callback.on_start(run)
    try:
        _train(run, epochs, progress, asked)
    except (DivergedError, RunFileError) as error:
        error.run = run
        raise
    except KeyboardInterrupt:
        pass
    finally:
        for callback in asked:
            callback.on_end(run)


def _train(run: Run, epochs: int, progress: bool, callbacks: Sequence[Callback]) -> None:
    total = _steps_to(run, epochs)
    with progress_bar(total, shown=progress) as advance:
        while run.state.epoch < epochs:
            compiles = run.compiles_next
            if compiles:
                advance(0, "compiling")
            # callbacks are called at the end of an epoch; at least one step, even if smaller data cut the epoch short
            until = max(1, _steps_to(run, run.state.epoch + 1 if callbacks else epochs))
            count = run.steps_at_once(until) if run.recipe.engine == "xla" else min(max(1, total // 100), until)
            loss = run.advance(count).loss
            advance(count, f"compiled in {run.compile_seconds:.1f} s" if compiles else _describe(run, loss))
            if run.state.offset == 0 and _asked_to_stop(run, callbacks):
                break


def _steps_to(run: Run, epoch: int) -> int:
    begun = ceil(run.state.offset / run.recipe.samples_per_step)
    return max((epoch - run.state.epoch) * run.plan.steps_per_epoch - begun, 0)


def _asked_to_stop(run: Run, callbacks: Sequence[Callback]) -> bool:
    answers = [callback.on_epoch(run, run.history.epochs.last) for callback in callbacks]
    return any(answers)


def _describe(run: Run, loss: float) -> str:
    if not len(run.history.epochs):
        return f"loss {loss:.4f}"
    row = run.history.epochs.last
    watched = "" if row.validation_loss is None else f"  validation {row.validation_loss:.4f}"
    rate = "" if row.validation_accuracy is None else f" ({row.validation_accuracy:.1%})"
    return f"epoch {row.epoch}  loss {row.loss:.4f}{watched}{rate}"
