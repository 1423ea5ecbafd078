import json

import numpy as np
import pytest

import glassnet as gn
from glassnet import DataError, SettingError, UnknownNameError
from glassnet.widgets.lab import LabSpec


def test_settings_become_network_recipe_and_data():
    spec = LabSpec(
        data="xor", samples=40, noise=0.2, test=0.25, hidden=(3, 2), activation="relu", l2=0.01, batch_size=7
    )
    assert spec.make_network() == gn.Network([gn.Dense(3, "relu"), gn.Dense(2, "relu"), gn.Dense(1, "sigmoid")])
    recipe, data = spec.make_recipe(), spec.make_dataset()
    assert (recipe.batch_size, recipe.optimizer, recipe.regularizer) == (7, gn.SGD(0.1), gn.L2(0.01))
    assert {part: len(indices) for part, indices in data.parts.items()} == {"train": 30, "validation": 0, "test": 10}


def test_json_both_ways():
    spec = LabSpec(data="spiral", hidden=(8, 8), learning_rate=3)
    assert LabSpec().merge(json.loads(json.dumps(spec.to_json()))) == spec


def test_no_hidden_layer_is_a_network_too():
    assert LabSpec(hidden=()).make_network() == gn.Network([gn.Dense(1, "sigmoid")])


@pytest.mark.parametrize("test", [0.1, 0.9])
def test_the_fewest_points_leave_some_on_both_sides(test):
    data = LabSpec(samples=20, test=test).make_dataset()
    assert len(data.parts["train"]) > 0
    assert len(data.parts["test"]) > 0


@pytest.mark.parametrize(
    ("partial", "words"),
    [
        ({"data": "mnist"}, "Unknown data set 'mnist'"),
        ({"data": ["moons"]}, "must be one of moons, circle"),
        ({"samples": 19}, "samples must be a whole number, from 20 to 1000; got 19"),
        ({"samples": 1e9}, "from 20 to 1000"),
        ({"samples": True}, "from 20 to 1000"),
        ({"noise": 0.51}, "noise must be a number at least 0 and at most 0.5"),
        ({"noise": float("nan")}, "got nan"),
        ({"test": 0}, "test must be a number"),
        ({"hidden": [4] * 9}, "up to 8"),
        ({"hidden": [17]}, "from 1 to 16; got 17"),
        ({"hidden": "44"}, "hidden must be a list"),
        ({"activation": "softmax"}, "Unknown activation 'softmax'"),
        ({"learning_rate": 0}, "learning_rate must be a number at least 0.0001"),
        ({"learning_rate": 10**400}, "learning_rate"),
        ({"l2": -1}, "l2"),
        ({"batch_size": 101}, "from 1 to 100"),
        ({"seed": -1}, "seed"),
        ({"seed": 2**32}, "seed"),
        ({"classes": 7}, "from 2 to 6"),
        ({"features": []}, "list of 1 to 9"),
        ({"features": ["x3"]}, "Unknown feature 'x3'"),
        ({"dropouts": [0.9]}, "dropouts"),
        ({"rule": "momentum"}, "Unknown update rule"),
        ({"points": "1,2"}, "got 1"),
        ({"points": "0,0,0;3,0,1"}, "Point 2, '3,0,1'"),
        ({"points": "0,0,0;1,0,6"}, "Point 2"),
        ({"points": "0,0,0;" * 501}, "got 501"),
        ({"rate": 1}, "Unknown setting 'rate'"),
        ([], "spec must be an object"),
    ],
)
def test_a_setting_that_makes_no_sense_says_what_does(partial, words):
    with pytest.raises((SettingError, UnknownNameError, DataError)) as caught:
        LabSpec().merge(partial)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_same_data_looks_at_the_points_alone():
    spec = LabSpec()
    assert spec.same_data(spec.merge({"hidden": [1], "learning_rate": 1, "seed": 3}))
    for changed in ({"data": "xor"}, {"samples": 499}, {"noise": 0.2}, {"test": 0.2}, {"data_seed": 1}):
        other = spec.merge(changed)
        assert not spec.same_data(other)
        a, b = spec.make_dataset(), other.make_dataset()
        assert any(not np.array_equal(u, v) for u, v in [(a.x, b.x), (a.parts["test"], b.parts["test"])])
