"""A compiled run looks at its validation part where an epoch really ends, and nowhere else."""

from importlib import import_module
from typing import Any

import jax
import numpy as np
import pytest

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.nn.losses import Loss
from glassnet.run import Run
from glassnet.train.objective import sample_losses
from glassnet.train.xla import program

DATA = gn.data.moons(103, noise=0.1, seed=3)  # 83 to learn from: five full steps of 16 and one of 3


def count_looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list to which every look at the validation part adds its samples, when it is carried out.

    The callback is a pure one, without side effects, so that the compiler may move it as it moves arithmetic.
    """
    looks: list[int] = []

    def see(values: Array) -> Any:
        looks.append(len(values))
        return np.asarray(values)

    def counted(loss: Loss, output: Array, target: Array) -> tuple[Array, Array]:
        at_places, values = sample_losses(loss, output, target)
        return at_places, jax.pure_callback(see, jax.ShapeDtypeStruct(values.shape, values.dtype), values)

    def counted_outside(loss: Loss, output: Array, target: Array) -> tuple[Array, Array]:
        looks.append(len(target))
        return sample_losses(loss, output, target)

    monkeypatch.setattr(program, "sample_losses", counted)
    monkeypatch.setattr(import_module("glassnet.train.evaluate"), "sample_losses", counted_outside)
    return looks


SETTINGS: dict[str, dict[str, Any]] = {
    "with a smaller step": {"batch_size": 16},
    "without": {"batch_size": 20},
    "all at once": {"batch_size": 83},
    "metrics": {"batch_size": 16, "metrics": ["f1"]},
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=list(SETTINGS))
def test_the_validation_part_is_looked_at_once_an_epoch(
    settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = count_looks(monkeypatch)
    network = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    data = DATA if settings["batch_size"] != 20 else gn.data.moons(100, noise=0.1, seed=3)
    recipe = gn.Recipe("binary_cross_entropy", gn.SGD(0.1), engine="xla", **settings)
    run = Run(network, recipe, data)
    for count in (1, 2, 30, 7):
        run.advance(count)
        jax.effects_barrier()
        assert len(looks) == len(run.history.epochs) == run.step // run.plan.steps_per_epoch
    assert set(looks) == {len(data.parts["validation"])}
