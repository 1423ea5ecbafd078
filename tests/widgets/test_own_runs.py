"""Widgets take what one has: a run goes on in the Lab, and the backpropagation visualiser opens where it stands."""

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import SettingError
from glassnet.run import Run


def small() -> Run:
    network = gn.Network([gn.Dense(3, "tanh"), gn.Dense(1, "sigmoid")])
    recipe = gn.Recipe("binary_cross_entropy", gn.SGD(0.5), batch_size=10)
    run = Run(network, recipe, gn.data.circle(200, seed=3))
    run.advance(25)
    return run


def test_a_run_goes_on_in_the_lab_from_where_it_stands() -> None:
    run = small()
    lab = gn.widgets.Lab(run)
    assert lab.run.step == 25
    assert lab.state["step"] == 25
    assert lab.spec["data"] == "circle"
    assert lab.spec["hidden"] == [3]
    assert lab.spec["learning_rate"] == 0.5
    assert np.array_equal(lab.run.parameters()["dense_1"]["weight"], run.parameters()["dense_1"]["weight"])
    lab.answer({"id": 1, "kind": "advance", "steps": 5})
    run.advance(5)
    assert lab.run.step == 30
    assert np.array_equal(lab.run.parameters()["dense_1"]["weight"], run.parameters()["dense_1"]["weight"])


def test_data_are_shown_in_the_lab() -> None:
    data = gn.data.spiral(120, noise=0.05, seed=7, validation=0.25)
    lab = gn.widgets.Lab(data, hidden=[6])
    assert (lab.spec["data"], lab.spec["samples"], lab.spec["data_seed"], lab.spec["test"]) == ("spiral", 120, 7, 0.25)
    assert lab.spec["hidden"] == [6]
    plain = gn.widgets.Lab(data)
    assert np.array_equal(plain.run.dataset.x, data.x)
    assert np.array_equal(plain.run.dataset.parts["train"], data.parts["train"])


def test_what_the_lab_cannot_show_says_what_it_does() -> None:
    run = small()
    with pytest.raises(SettingError, match=r"the Lab shows small dense networks .* gn\.widgets\.TrainingMonitor"):
        gn.widgets.Lab(run.branch(3, optimizer=gn.Adam(0.1)))
    with pytest.raises(SettingError, match=r"digits: the Lab shows points of gn\.data\.moons"):
        gn.widgets.Lab(gn.data.digits())
    with pytest.raises(SettingError, match="Lab shows a run or data"):
        gn.widgets.Lab(3)  # type: ignore[arg-type]


def test_backpropagation_opens_where_the_run_stands_with_its_names() -> None:
    x = np.random.default_rng(0).normal(size=(40, 2))
    data = gn.data.from_arrays(x, ["no", "yes"] * 20, feature_names=["age", "income"])
    run = Run(gn.Network([gn.Dense(2, "tanh"), gn.Dense(1, "sigmoid")]), gn.Recipe("binary_cross_entropy"), data)
    run.advance(4)
    widget = gn.widgets.Backpropagation(run)
    assert widget.settings["step"] == 4
    head, _ = widget.answer({"id": 1, "kind": "examples"})
    assert head["shown"]["step"] == 4
    assert head["examples"][0]["inputs"] == ["age", "income"]
    assert head["examples"][0]["outputs"] == ["yes"]
    opened, _ = widget.answer({"id": 2, "kind": "open", "example": "own", "step": 4, "sample": 0})
    assert opened["loss"] == pytest.approx(run.at(4).loss)


def test_a_network_with_13_inputs_says_how_to_choose_a_part() -> None:
    data = gn.data.from_arrays(np.random.default_rng(0).normal(size=(40, 13)), [0, 1] * 20)
    run = Run(gn.Network([gn.Dense(2, "tanh"), gn.Dense(1, "sigmoid")]), gn.Recipe("binary_cross_entropy"), data)
    with pytest.raises(SettingError, match=r"features=\[…\]\): run\.importance\(\) says which matter"):
        gn.widgets.Backpropagation(run)
