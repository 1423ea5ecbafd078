"""The façade and ensembles: the same engine behind other habits."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.trees import leaves

DATA = gn.data.moons(120, noise=0.2, seed=7, validation=0.0)


def model(**settings: Any) -> gn.Sequential:
    made = gn.Sequential([gn.Dense(6, "tanh")])
    made.add(gn.Dense(1, "sigmoid"))
    made.compile(optimizer=gn.SGD(0.5), loss="binary_cross_entropy", **settings)
    return made


def test_it_trains_to_the_same_bits_as_fit() -> None:
    data = gn.data.moons(120, noise=0.2, seed=7)
    facade = model()
    facade.fit(data, epochs=5, batch_size=16, seed=3, progress=False)
    net = gn.Network([gn.Dense(6, "tanh"), gn.Dense(1, "sigmoid")])
    run = gn.fit(
        net, data, loss="binary_cross_entropy", optimizer=gn.SGD(0.5), epochs=5, batch_size=16, seed=3, progress=False
    )
    assert facade.run is not None
    for (_, one), (_, other) in zip(leaves(facade.run.parameters()), leaves(run.parameters()), strict=True):
        np.testing.assert_array_equal(one, other)


def test_fitting_again_goes_on() -> None:
    one, other = model(), model()
    one.fit(DATA.x, DATA.y, epochs=6, progress=False)
    for _ in range(3):
        history = other.fit(DATA.x, DATA.y, epochs=2, progress=False)
    assert one.run is not None
    assert other.run is not None
    assert len(history.epochs) == 6
    for (_, mine), (_, theirs) in zip(leaves(one.run.parameters()), leaves(other.run.parameters()), strict=True):
        np.testing.assert_array_equal(mine, theirs)


def test_validation_split_is_stratified_and_watched() -> None:
    facade = model()
    history = facade.fit(DATA.x, DATA.y, epochs=3, validation_split=0.25, progress=False)
    assert facade.run is not None
    held_out = facade.run.dataset.validation.y
    assert len(held_out) == 30
    assert held_out.sum() == 15
    assert all(loss is not None for loss in history.column("validation_loss"))


def test_validation_data_are_watched_and_not_learnt() -> None:
    other = gn.data.moons(40, seed=9, validation=0.0)
    facade = model()
    history = facade.fit(
        DATA.x, DATA.y, epochs=3, validation_data=(other.x, other.y), sample_weights=np.ones(120), progress=False
    )
    assert history.column("validation_loss")[-1] == pytest.approx(facade.evaluate(other.x, other.y)["loss"], rel=1e-6)
    assert facade.run is not None
    assert len(facade.run.dataset.train.x) == 120


def test_learning_helps_and_evaluate_says_so() -> None:
    facade = model()
    facade.fit(DATA.x, DATA.y, epochs=60, batch_size=8, progress=False)
    measured = facade.evaluate(DATA.x, DATA.y)
    assert (measured["accuracy"] or 0) > 0.85
    assert ((facade.predict(DATA.x)[:, 0] >= 0.5) == DATA.y).mean() == measured["accuracy"]


def test_values_have_a_loss_and_no_accuracy() -> None:
    facade = gn.Sequential([gn.Dense(1)])
    facade.compile(loss="mean_squared_error", optimizer=gn.SGD(0.1))
    x = np.linspace(-1, 1, 20)[:, None]
    facade.fit(x, 2 * x, epochs=50, batch_size=5, validation_split=0.2, progress=False)
    measured = facade.evaluate(x, 2 * x)
    assert list(measured) == ["loss"]
    assert measured["loss"] is not None
    assert measured["loss"] < 1e-3


def test_summary_needs_a_shape_before_the_first_fit() -> None:
    facade = model()
    with pytest.raises(gn.SettingError, match="summary"):
        facade.summary()
    assert "25" in facade.summary((2,))
    facade.fit(DATA.x, DATA.y, progress=False)
    assert facade.summary() == facade.summary((2,))


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: gn.Sequential([gn.Dense(1)]).fit(DATA.x, DATA.y), "compile first"),
        (lambda: model().predict(DATA.x), "fit first"),
        (lambda: model().fit(DATA.x), "Targets are missing"),
        (lambda: model().fit(DATA.x, DATA.y[:5]), "one target"),
        (lambda: model(lerning_rate=1), "lerning_rate"),
        (lambda: model().fit(DATA.x, DATA.y, validation_split=1.0), "validation_split"),
        (lambda: model().fit(DATA.x, DATA.y, validation_data=(np.ones((3, 5)), DATA.y[:3])), "must have the shapes"),
        (lambda: model().fit(DATA.x, DATA.y, epochs=0), "epochs"),
    ],
)
def test_mistakes_are_explained(act: Any, message: str) -> None:
    with pytest.raises(gn.GlassnetError, match=message):
        act()


def trained(seed: int) -> gn.Run:
    net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    return gn.fit(net, DATA, loss="binary_cross_entropy", optimizer=gn.SGD(0.3), epochs=3, seed=seed, progress=False)


def test_an_ensemble_averages_and_votes() -> None:
    runs = [trained(seed) for seed in range(3)]
    ensemble = gn.Ensemble(runs)
    each = np.stack([run.predict(DATA.x) for run in runs])
    np.testing.assert_allclose(ensemble.predict(DATA.x), each.mean(axis=0))
    np.testing.assert_array_equal(ensemble.vote(DATA.x), (each[..., 0] >= 0.5).sum(axis=0) >= 2)


def test_an_ensemble_needs_runs_that_fit_together() -> None:
    with pytest.raises(gn.SettingError, match="at least one"):
        gn.Ensemble([])
    wide = gn.Network([gn.Dense(2, "softmax")])
    other = gn.fit(wide, DATA, loss="categorical_cross_entropy", epochs=1, progress=False)
    with pytest.raises(gn.SettingError, match="same input and output shapes"):
        gn.Ensemble([trained(0), other])
