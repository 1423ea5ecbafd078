"""What each fault does is real, and can be saved; twenty sound runs are left alone."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import DivergedError, SettingError, UnknownNameError
from glassnet.data import Dataset
from glassnet.data.scaling import scaled
from glassnet.optim import Adam, AdamW, NAdam, RMSprop
from glassnet.optim.schedules import CosineDecay
from glassnet.run import Run
from glassnet.study.faults import FAULTS, inject
from glassnet.train import Recipe

DATA = {
    "moons": scaled(gn.data.moons(300, noise=0.1, seed=2)),
    "circle": scaled(gn.data.circle(240, seed=4)),
    "digits": scaled(gn.data.digits(seed=1)),
}


def sound(data: Dataset, seed: int = 0, **changes: Any) -> gn.Setup:
    network = gn.Network([gn.Dense(16, "relu"), gn.Dense(12, "tanh"), gn.Dense(len(data.class_names))])
    settings: dict[str, Any] = {"loss": "sparse_softmax_cross_entropy", "optimizer": gn.SGD(0.1), "seed": seed}
    return gn.Setup(network, Recipe(**(settings | changes)), data)


def trained(setup: gn.Setup, epochs: int = 3) -> Run:
    run = Run.of(setup)
    with suppress(DivergedError):  # some mistakes end like that; the diagnosis looks at what there is
        run.continue_(epochs)
    return run


SOUND: list[dict[str, Any]] = [
    {},
    {"seed": 5},
    {"optimizer": gn.SGD(0.05, momentum=0.9)},
    {"optimizer": gn.SGD(0.02, momentum=0.99)},
    {"optimizer": gn.SGD(0.05, momentum=0.9, nesterov=True)},
    {"optimizer": Adam(0.01)},
    {"optimizer": Adam(0.001), "seed": 3},
    {"optimizer": AdamW(0.01)},
    {"optimizer": NAdam(0.01)},
    {"optimizer": RMSprop(0.005)},
    {"schedule": CosineDecay(60)},
    {"regularizer": gn.L2(0.001)},
    {"batch_size": 8},
    {"constraint": gn.MaxNorm(3.0)},
]


def test_sound_runs_are_left_alone() -> None:
    runs = [sound(DATA["moons"], **changes) for changes in SOUND]
    runs += [sound(DATA["digits"]), sound(DATA["digits"], optimizer=Adam(0.005)), sound(DATA["circle"], seed=2)]
    plain = gn.data.digits(seed=3)
    runs += [sound(plain), sound(gn.data.xor(200, seed=1), optimizer=Adam(0.01))]
    plainer = sound(DATA["moons"])
    layers: list[Any] = [gn.Dense(16, "relu"), gn.BatchNorm(), gn.Dropout(0.2), plainer.network.layers[-1]]
    runs.append(plainer.changed(network=gn.Network(layers)))
    assert len(runs) == 20
    said = [[str(finding) for finding in trained(setup).diagnose()] for setup in runs]
    assert not any(said), said


def _overestimates(run: Run) -> bool:
    return run.evaluate("train").loss > 1.3 * run.history.epochs.last.loss


def _fall(run: Run) -> float:
    return float(np.ptp(np.array(run.history.column("loss"), float)))


def _learns_by_heart(run: Run) -> bool:
    run.continue_(200)
    return _train_accuracy(run) > 0.95


def _train_accuracy(run: Run) -> float:
    return run.evaluate("train").accuracy or 0.0


def _first_check(run: Run) -> float:
    return max(run.at(0).gradient_check("dense_1", "weight", 20, unit).best_error for unit in range(8))


def _test_accuracy(run: Run) -> float:
    return run.evaluate("test").accuracy or 0.0


SYMPTOMS: dict[str, Callable[[Run, Run], bool]] = {
    "forgotten_zeroing": lambda run, healthy: _length(run, 5) > 3 * _length(healthy, 5),
    "wrong_sign": lambda run, healthy: run.at(20).loss > run.at(0).loss > healthy.at(20).loss,
    "missing_bias_correction": lambda run, healthy: (
        _length(run, 0) > 2.5 * _length(trained(sound(DATA["digits"], optimizer=Adam())), 0)
    ),
    "wrong_axis": lambda run, healthy: abs(float(run.predict(DATA["digits"].x[:64])[0].sum()) - 1) > 0.05,
    "symmetric_initialisation": lambda run, healthy: np.ptp(run.parameters()["dense_1"]["weight"], axis=1).max() < 1e-5,
    "unscaled_inputs": lambda run, healthy: _saturated(run) > 0.5 > 5 * _saturated(healthy),
    "leaking_scaler": lambda run, healthy: abs(run.dataset.train.x.mean(axis=0)).max() > 1e-3,
    "shuffled_labels": lambda run, healthy: _test_accuracy(run) < 0.3 < _test_accuracy(healthy),
    "dying_relu": lambda run, healthy: run.at(run.step).flow()[0].gradient_norm == 0.0,
    "frozen_statistics": lambda run, healthy: _overestimates(run) and not _overestimates(healthy),
    "rate_too_high": lambda run, healthy: _train_accuracy(run) < 0.5 < _train_accuracy(healthy),
    "rate_too_low": lambda run, healthy: _fall(run) < 0.01 < _fall(healthy),
    "wrong_backward": lambda run, healthy: _first_check(run) > 0.05 > 1000 * _first_check(healthy),
    "wrong_labels": lambda run, healthy: _test_accuracy(run) < 0.75 < _test_accuracy(healthy),
    "overfitting": lambda run, healthy: _learns_by_heart(run) and _test_accuracy(run) < 0.75 < _test_accuracy(healthy),
}
"""What the descriptions promise, measured without asking the diagnosis."""


@pytest.mark.parametrize("name", list(FAULTS))
def test_symptoms_are_real(name: str) -> None:
    assert SYMPTOMS[name](trained(inject(name, sound(DATA["digits"]))), trained(sound(DATA["digits"])))


@pytest.mark.parametrize("name", ["wrong_axis", "frozen_statistics"])
def test_the_parts_with_a_mistake_have_the_gradients_of_that_mistake(name: str) -> None:
    setup = sound(DATA["moons"], dtype="float64")
    tanh = gn.Network([gn.Dense(5, "tanh"), setup.network.layers[-1]])
    run = trained(inject(name, setup.changed(network=tanh)), epochs=1)
    for place in [(0, 0), (1, 3)]:
        assert run.at(4).gradient_check("dense_1", "weight", *place).best_error < 1e-7


def _saturated(run: Run) -> float:
    return run.at(0).flow()[1].saturated or 0.0


def _length(run: Run, step: int) -> float:
    return float(np.linalg.norm(run.at(step).update["dense_1"]["weight"]))


@pytest.mark.parametrize("name", list(FAULTS))
def test_a_faulty_run_can_be_saved_and_goes_on(name: str, tmp_path: Path) -> None:
    run = trained(inject(name, sound(DATA["moons"])), epochs=1)
    run.save(tmp_path / "faulty.glass")
    loaded = gn.load(tmp_path / "faulty.glass")
    assert loaded.recipe == run.recipe
    assert loaded.network == run.network
    assert [finding.fault for finding in loaded.diagnose()] == [finding.fault for finding in run.diagnose()]


def test_a_fault_without_a_place_is_refused() -> None:
    setup = sound(DATA["moons"])
    with pytest.raises(SettingError, match='needs a Dense layer with activation="relu"'):
        inject("dying_relu", setup.changed(network=gn.Network([gn.Dense(4, "tanh"), gn.Dense(2)])))
    with pytest.raises(SettingError, match="one unit per class"):
        inject("wrong_axis", setup.changed(network=gn.Network([gn.Dense(1)])))
    with pytest.raises(UnknownNameError, match=r"Unknown fault 'wrongsign'\. Did you mean 'wrong_sign'"):
        inject("wrongsign", setup)
