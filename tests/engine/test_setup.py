"""A setup: network, recipe and data as one value, which survives JSON and trains to the same bits."""

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.trees import flatten
from glassnet.data import GENERATORS
from glassnet.data.scaling import scaled
from glassnet.optim.faulty import WrongSign
from glassnet.run import Run

from .table import TABLE, Row

NETWORK = gn.Network([gn.Dense(3, "tanh"), gn.Dense(1, "sigmoid")])
SETUP = gn.Setup(NETWORK, gn.Recipe("binary_cross_entropy", seed=3), gn.data.moons(60, seed=1))
READ = {"mnist"}
"""Read from a folder that may not exist here."""
NO_SAMPLES = {"digits"}
"""A fixed data set, which is used in full."""


def again(setup: gn.Setup) -> gn.Setup:
    """Through JSON as text, with the arrays beside it, and back."""
    return gn.Setup.from_json(json.loads(json.dumps(setup.to_json(), allow_nan=False)), setup.arrays)


def put(kind: str, thing: Any) -> gn.Setup:
    """A setup that holds one thing of the catalogue where things of its kind belong."""
    if kind == "layer":
        return replace(SETUP, network=gn.Network([thing, gn.Dense(1, "sigmoid")]))
    if kind in ("activation", "initializer"):
        where = {"activation": "activation", "initializer": "weight_initializer"}[kind]
        return replace(SETUP, network=gn.Network([gn.Dense(3, **{where: thing})]))
    if kind == "metric":
        return SETUP.changed(metrics=[next(name for name, known in gn.metrics.METRICS.items() if known is thing)])
    return SETUP.changed(**{kind: thing})


CATALOGUE = [(kind, row) for kind, (_, rows) in TABLE.items() for row in rows]


@pytest.mark.parametrize(("kind", "row"), CATALOGUE, ids=[f"{kind} {row.kind.__name__}" for kind, row in CATALOGUE])
def test_everything_in_the_catalogue_comes_back(kind: str, row: Row) -> None:
    for thing in row.settings:
        setup = put(kind, thing)
        back = again(setup)
        assert back.network == setup.network
        assert back.recipe == setup.recipe
        assert repr(back.recipe) + repr(back.network) == repr(setup.recipe) + repr(setup.network)


@pytest.mark.parametrize("name", [name for name in GENERATORS if name not in READ])
def test_data_from_a_generator_travel_as_its_settings(name: str) -> None:
    settings = {"seed": 4} if name in NO_SAMPLES else {"samples": 30, "seed": 4}
    setup = replace(SETUP, dataset=GENERATORS[name](**settings))
    assert setup.arrays == {}
    back = gn.Setup.from_json(setup.to_json()).dataset
    for mine, theirs in [(setup.dataset.x, back.x), (setup.dataset.y, back.y)]:
        assert mine.tobytes() == theirs.tobytes()
    assert {part: rows.tolist() for part, rows in back.parts.items()} == {
        part: rows.tolist() for part, rows in setup.dataset.parts.items()
    }


def own_data() -> gn.Dataset:
    x, y = np.arange(24.0).reshape(12, 2), np.arange(12) % 2
    parts = {"train": np.arange(8), "test": [9, 8]}
    return gn.Dataset("mine", x, y, parts, ("a", "b"), ("no", "yes"), sample_weights=np.linspace(1, 2, 12))


@pytest.mark.parametrize("dataset", [own_data(), scaled(gn.data.moons(40)), scaled(own_data())])
def test_other_data_travel_as_arrays_beside_the_json(dataset: gn.Dataset) -> None:
    setup = replace(SETUP, dataset=dataset)
    assert len(json.dumps(setup.to_json())) < 2000
    back = again(setup).dataset
    assert (back.name, back.feature_names, back.class_names) == (
        dataset.name, dataset.feature_names, dataset.class_names,
    )  # fmt: skip
    assert back.source == dataset.source
    assert back.in_own_units(back.x).tobytes() == dataset.in_own_units(dataset.x).tobytes()
    assert (back.sample_weights is None) == (dataset.sample_weights is None)


def test_it_trains_to_the_same_bits() -> None:
    one, other = Run.of(SETUP), Run.of(again(SETUP))
    one.advance(9)
    other.advance(9)
    mine, theirs = flatten(one.state.params), flatten(other.state.params)
    assert {name: value.tobytes() for name, value in mine.items()} == {n: v.tobytes() for n, v in theirs.items()}


def test_a_run_and_a_plan_give_their_setup_back() -> None:
    run = Run.of(SETUP)
    assert run.setup == SETUP
    assert gn.Plan.of(SETUP).setup == SETUP
    run.advance(3)
    run.change(batch_size=5)
    assert run.setup == SETUP.changed(batch_size=5)
    assert run.branch(2, epochs=4).setup == SETUP.changed(epochs=4)
    assert SETUP.recipe.batch_size == 32


def test_a_mistake_that_was_injected_comes_back() -> None:
    faulty = gn.faults.inject("wrong_sign", SETUP)
    assert isinstance(again(faulty).recipe.optimizer, WrongSign)
    assert again(gn.faults.inject("shuffled_labels", SETUP)).dataset.source["fault"] == "shuffled_labels"


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: gn.Setup([gn.Dense(1)], SETUP.recipe, SETUP.dataset), gn.SettingError, "must be a Network"),  # type: ignore[arg-type]
        (lambda: gn.Setup(NETWORK, "adam", SETUP.dataset), gn.SettingError, "must be a Recipe"),  # type: ignore[arg-type]
        (lambda: gn.Setup(NETWORK, SETUP.recipe, np.zeros((3, 2))), gn.DataError, "must be a Dataset"),  # type: ignore[arg-type]
        (lambda: SETUP.changed(sped=3), gn.UnknownNameError, "Did you mean 'seed'"),
        (lambda: SETUP.changed(batch_size=0), gn.SettingError, "batch_size"),
        (lambda: gn.Setup.from_json([]), gn.SettingError, "as Setup.to_json() writes them"),  # type: ignore[arg-type]
        (lambda: gn.Setup.from_json({**SETUP.to_json(), "network": {"type": "Net"}}), gn.UnknownNameError, "'Net'"),
        (lambda: gn.Setup.from_json(replace(SETUP, dataset=own_data()).to_json()), gn.DataError, "arrays"),
        (
            lambda: gn.Setup.from_json(
                replace(SETUP, dataset=own_data()).to_json(), replace(SETUP, dataset=scaled(gn.data.moons(40))).arrays
            ),
            gn.DataError,
            "don't belong to this JSON",
        ),
        (lambda: SETUP.changed(metrics=[lambda p, y: 0.0]).to_json(), gn.SettingError, "can't be saved as JSON"),
    ],
)
def test_invalid_setups_are_errors(make: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
