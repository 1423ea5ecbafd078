"""What the forward propagation shows: a network with parameters, and how its inputs are set."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import is_a
from glassnet.base.errors import SettingError
from glassnet.base.random import stream
from glassnet.data import from_arrays
from glassnet.nn.network import Network
from glassnet.optim import SGD
from glassnet.run.run import Run
from glassnet.train import Plan, Recipe, start
from glassnet.widgets.architecture_explorer.architecture import MOST_HIDDEN, MOST_UNITS, Architecture
from glassnet.widgets.branching.tracks import first_step
from glassnet.widgets.forward_propagation.worked import InputRange, Preset, Worked
from glassnet.widgets.small_networks import check_layers, dense_layers

OWN_STEPS = 100
"""Positions of an input's slider, from the smallest to the largest value of the data."""


@dataclass(frozen=True)
class Source:
    """A network to pass inputs through.

    Arguments:
        label, words: its name, and what to look for in it.
        network: its layers.
        params: its parameters before and, if there was any, after training, by name: "first", "trained".
        inputs: how each input is set.
        outputs, hidden: names of the outputs and of the hidden neurons, by layer.
        presets: inputs worth a look; the first is shown first.
        says: what a prediction means.
        updates: of the training.
    """

    label: str
    words: str
    network: Network
    params: dict[str, Any]
    inputs: tuple[InputRange, ...]
    outputs: tuple[str, ...]
    presets: tuple[Preset, ...]
    says: Callable[[Sequence[float]], str]
    hidden: tuple[tuple[str, ...], ...] = ()
    updates: int = 0

    def scaled(self, x: Sequence[float]) -> tuple[float, ...]:
        """Return inputs in everyday units as the network gets them.

        Raises:
            SettingError: their number is wrong.
        """
        if len(x) != len(self.inputs):
            raise SettingError(f"This network has {len(self.inputs)} inputs; got {len(x)} numbers.")
        return tuple(float(value) / one.scale for value, one in zip(x, self.inputs, strict=True))


def of_worked(worked: Worked) -> Source:
    """Return a worked network, trained if it can be looked at after training."""
    example = worked.example
    run = example.run(example.rate)
    params = {"first": run.parameters(0)}
    if worked.updates:
        run.advance(worked.updates)
        params["trained"] = run.parameters()
    return Source(
        example.label,
        example.words,
        run.network,
        params,
        worked.inputs,
        example.outputs,
        worked.presets,
        worked.says,
        worked.hidden,
        worked.updates,
    )


def of_shape(shape: Architecture, seed: int = 0) -> Source:
    """Return a network of one's own shape, with new weights and random inputs."""
    network = shape.network
    x = stream(seed).child("inputs").uniform((shape.inputs,), -1.0, 1.0, "float64").round(1) + 0.0
    plan = probe_plan(network, x, seed)
    return Source(
        "A network of your own shape",
        "Its weights are drawn at random, and so are its inputs: it means nothing yet.",
        network,
        {"first": start(plan).params},
        tuple(InputRange(f"x{place}", "", -1.0, 1.0, 0.1) for place in range(1, shape.inputs + 1)),
        tuple(f"output {place}" for place in range(1, shape.outputs + 1)),
        (Preset("first inputs", tuple(x.tolist())),),
        lambda _: "",
    )


def of_run(run: Run) -> Source:
    """Return a reader's own network, before its training and as it is now.

    Raises:
        SettingError: it is no fully connected network, or too large to be shown number by number.
    """
    run = is_a("run", run, Run, "gn.fit(…)")
    check_layers(run.network, "ForwardPropagation", most_layers=MOST_HIDDEN + 1, most_units=MOST_UNITS)
    if len(run.dataset.input_shape) != 1 or run.dataset.input_shape[0] > MOST_UNITS:
        raise SettingError(f"ForwardPropagation shows up to {MOST_UNITS} inputs; got inputs {run.dataset.input_shape}.")
    x = np.asarray(run.dataset.train.x, dtype="float64")
    first, updates = first_step(run), run.step
    params = {"first": run.parameters(first)} | ({"trained": run.parameters()} if updates > first else {})
    names = run.dataset.feature_names
    return Source(
        "Your run",
        f"The network of the run that you passed, with its {updates} updates.",
        run.network,
        params,
        tuple(_range(name, column) for name, column in zip(names, x.T, strict=True)),
        tuple(f"output {place}" for place in range(1, dense_layers(run.network)[-1].units + 1)),
        tuple(Preset(f"sample {place + 1}", tuple(x[place].tolist())) for place in range(min(3, len(x)))),
        lambda _: "",
        updates=updates,
    )


def _range(name: str, column: Array) -> InputRange:
    low, high = float(column.min()), float(column.max())
    if low == high:
        low, high = low - 1.0, high + 1.0
    return InputRange(str(name), "", low, high, (high - low) / OWN_STEPS)


def probe_plan(network: Network, x: Array, seed: int = 0) -> Plan:
    """Return a plan whose only batch is one sample with these inputs. Its loss is never looked at."""
    outputs = dense_layers(network)[-1].units
    recipe = Recipe("mean_squared_error", SGD(0.1), batch_size=1, dtype="float64", seed=seed)
    return Plan(network, recipe, from_arrays(np.array([x]), np.zeros((1, outputs)), validation=0.0))


def probe(network: Network, params: dict[str, Any], x: Sequence[float]) -> Run:
    """Return a run whose first step passes these inputs through a network with these parameters."""
    plan = probe_plan(network, np.array(x))
    state = start(plan)._replace(params=params)
    return Run(network, plan.recipe, plan.dataset, state=state)
