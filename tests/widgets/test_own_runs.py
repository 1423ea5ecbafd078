"""The backpropagation visualiser takes a run: it opens where that stands, with its names."""

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import SettingError
from glassnet.run import Run


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
