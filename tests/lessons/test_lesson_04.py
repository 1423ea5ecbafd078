"""Lesson 04: what its text says, asserted from the values that it computes and from what its widgets show."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.lessons.exercises import Card
from glassnet.lessons.lesson_04_forward_propagation import app, by_hand, one_layer
from glassnet.lessons.lesson_exercises import lesson_04 as exercises
from glassnet.lessons.lesson_helpers import lesson_04 as helpers
from glassnet.widgets.architecture_explorer.architecture import Architecture
from glassnet.widgets.backpropagation.examples import EXAMPLES


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


def opened(widget: Any, *, weights: str = "first", x: list[float] | None = None) -> dict[str, Any]:
    """What a widget shows of the network it opens with."""
    head, _ = widget.answer({"id": 1, "kind": "networks"})
    request = {"id": 2, "kind": "open", "network": head["network"], "weights": weights}
    return dict(widget.answer(request | ({"x": x} if x else {}))[0])


def explained(widget: Any, reference: str) -> str:
    head, _ = widget.answer({"id": 3, "kind": "explain", "reference": reference})
    return str(head["explanation"]["numbers"])


def test_the_opening_widget_asks_what_the_text_asks(lesson: dict[str, Any]) -> None:
    shown = opened(lesson["buys"])
    assert [(one["name"], one["value"]) for one in shown["inputs"]] == [("age", 30), ("income", 60_000)]
    assert shown["x"] == [0.3, 0.6]
    assert shown["says"] == "58 % likely to buy"


@pytest.mark.parametrize("x", [(0.3, 0.6), (0.7, 0.2), (0.9, 0.0), (0.2, 1.5)])
def test_the_network_by_hand_is_the_engine_s(x: tuple[float, float]) -> None:
    assert by_hand(*x)["p"] == pytest.approx(helpers.engine_prediction(x), abs=1e-12)


def test_the_numbers_by_hand_are_those_of_the_widget(lesson: dict[str, Any]) -> None:
    first, last = opened(lesson["buys"])["layers"]
    person = by_hand(0.3, 0.6)
    assert lesson["person"] == person
    assert first["z"] == pytest.approx([person["z1"], person["z2"]], abs=1e-15)
    assert last["a"] == pytest.approx([person["p"]], abs=1e-12)
    assert (round(person["z1"], 12), round(person["z2"], 12), round(person["z"], 12)) == (0.43, 0.16, 0.305)


def test_the_house_is_300_000_and_its_sum_leads_to_the_square_metres(lesson: dict[str, Any]) -> None:
    shown = opened(lesson["house"])
    assert shown["says"] == "a price of 300,000"
    assert shown["layers"][-1]["activation"] == "linear"
    assert explained(lesson["house"], "dense_2.z[0, 0]") == "z[0, 0] = 2 · 1.1 + 1 · 0.6 + 0.2"
    assert explained(lesson["house"], "dense_1.z[0, 0]") == "z[0, 0] = 1.2 · 1 + 0.8 · 0.5 + 0.5 · 0.4 + 0.2"
    note = lesson["house"].answer({"id": 4, "kind": "explain", "reference": "data.x[0, 0]"})[0]["explanation"]["note"]
    assert note == "an input, 120 divided by 100"


def test_one_update_of_the_house() -> None:
    done = helpers.house_update(0.02)
    assert done.price == pytest.approx(3.0)
    assert done.loss == pytest.approx(0.25)
    assert 3.0 < done.price_after < 3.5
    assert done.loss_after == pytest.approx((done.price_after - 3.5) ** 2)
    assert "| before | 300,000 | (3.000 − 3.5)² = **0.2500** |" in helpers.update_table(done)


def test_the_update_by_hand() -> None:
    """The gradient of the squared error is 2 (p − t) = −1 at the output; every weight moves against its own."""
    example = EXAMPLES["age_income"]  # the same shape of network; the house's own numbers follow
    assert example.layers[0][1] == "relu"
    x, hidden = np.array([1.2, 0.8, 0.5]), np.array([2.0, 1.0])
    d_p, v = -1.0, np.array([1.1, 0.6])
    w = np.array([[1.0, 0.5], [0.5, 1.0], [0.4, -0.4]])
    b = np.array([0.2, -0.2])
    new_w, new_b = w - 0.02 * np.outer(x, d_p * v), b - 0.02 * d_p * v
    new_v, new_c = v - 0.02 * d_p * hidden, 0.2 - 0.02 * d_p
    assert np.maximum(x @ new_w + new_b, 0) @ new_v + new_c == pytest.approx(helpers.house_update(0.02).price_after)


def test_learning_rates_do_what_the_text_says() -> None:
    slow, sooner, over, swings = (helpers.prices(rate) for rate in (0.005, 0.02, 0.05, 0.1))
    assert np.all(np.diff(slow) > 0)
    assert slow[-1] < 340_000 < sooner[2] + 5_000 < sooner[-1] < 350_000
    assert over[1] > 350_000 > over[2]
    assert abs(over[-1] - 350_000) < 100
    beyond = swings[1:] > 350_000
    assert np.array_equal(beyond, np.arange(len(beyond)) % 2 == 0)
    assert np.abs(swings - 350_000).min() > 40_000
    assert abs(swings[-1] - 350_000) > 100_000, "after ten updates it is still far off"
    assert 100_000 < min(swings) < max(swings) < 500_000, "the graph shows all of it"


def test_knowledge_and_energy(lesson: dict[str, Any]) -> None:
    shown = opened(lesson["student"])
    assert shown["says"] == "57 of 100 points"
    assert shown["layers"][0]["names"] == ["knowledge", "energy"]
    weight = np.array(shown["layers"][0]["weight"])
    assert weight[0, 0] > 0, "knowledge grows with study"
    assert weight[1, 1] > 0 > weight[0, 1], "energy grows with sleep, and study takes some of it away"
    tired = opened(lesson["student"], x=[10.0, 2.0])["layers"][0]
    assert tired["z"][1] < 0
    assert tired["a"][1] == 0
    assert helpers.score(6, 7) - helpers.score(6, 6) == pytest.approx(3.7)


def test_the_driver_s_three_situations_and_the_share_of_turn(lesson: dict[str, Any]) -> None:
    head, _ = lesson["driver"].answer({"id": 1, "kind": "networks"})
    presets = next(one["presets"] for one in head["networks"] if one["name"] == "driving")
    said = [opened(lesson["driver"], x=one["x"])["says"].partition(":")[0] for one in presets]
    assert said == ["brake", "accelerate", "turn"]
    far, near = (opened(lesson["driver"], x=[distance, 60, 6])["layers"][-1] for distance in (80, 20))
    assert near["z"][2] == far["z"][2], "the score of turn stays"
    assert near["a"][2] < far["a"][2]
    assert near["a"][1] > far["a"][1]
    assert sum(near["a"]) == pytest.approx(1)


def test_before_training_the_clouds_network_has_no_opinion_and_after_it_is_sure(lesson: dict[str, Any]) -> None:
    head, _ = lesson["clouds"].answer({"id": 1, "kind": "networks"})
    orange, blue = next(one["presets"] for one in head["networks"] if one["name"] == "clouds")
    assert all(abs(answer - 0.5) < 0.1 for answer in helpers.first_answers())
    for preset, wanted in ((orange, 0.0), (blue, 1.0)):
        before, after = (opened(lesson["clouds"], weights=one, x=preset["x"]) for one in ("first", "trained"))
        assert before["x"] == after["x"]
        assert before["layers"][0]["weight"] != after["layers"][0]["weight"]
        assert after["layers"][-1]["a"] == pytest.approx([wanted], abs=0.01)
    assert helpers.cloud_table().count("\n") == 5


def test_a_layer_at_once_is_what_the_engine_computes() -> None:
    run = EXAMPLES["classes"].run(0.5)
    moment = run.at(0)
    params = moment.params["dense_1"]
    assert one_layer(moment.x, params["weight"], params["bias"], np.tanh) == pytest.approx(moment.parts("dense_1")["a"])


def test_the_goal_is_reached_by_softmax_with_few_neurons_and_not_by_sigmoids(lesson: dict[str, Any]) -> None:
    goal = exercises.build()

    def check(**change: Any) -> Any:
        shape = {"inputs": 4, "hidden": [3, 3], "outputs": 3, "activation": "relu"}
        shape["output_activation"] = "softmax"
        return goal.check({"shape": shape | change})

    assert check().right
    assert check(activation="tanh", hidden=[3, 2]).right
    assert "the largest distance of their sum from 1" in check(output_activation="sigmoid").message
    assert "at most 40 parameters" in check(hidden=[4, 4]).message
    assert "two hidden layers" in check(hidden=[3]).message
    assert "of your own shape" in goal.check({"shape": None}).message
    assert lesson["own"].settings["shape"] == dict(goal.presets[0]["shape"])
    assert isinstance(lesson["build_card"], Card)


def test_multiplications_and_parameters() -> None:
    network = gn.Network([gn.Dense(4, "relu"), gn.Dense(4, "relu"), gn.Dense(2)])
    data = gn.data.from_arrays(np.zeros((1, 3)), np.zeros((1, 2)), validation=0.0)
    params = gn.Run(network, gn.Recipe("mean_squared_error"), data).parameters()
    assert sum(layer["weight"].size for layer in params.values()) == exercises.products().answer == 36
    assert sum(layer["weight"].size + layer["bias"].size for layer in params.values()) == 46
    assert Architecture(3, (4, 4), 2).parameters == 46


def test_a_second_sigmoid_can_never_say_no() -> None:
    twice = gn.Sigmoid().forward(gn.Sigmoid().forward(np.linspace(-30, 30, 601)))
    assert (round(twice.min(), 2), round(twice.max(), 2)) == (0.5, 0.73)
    assert twice.min() >= 0.5


def test_the_place_where_the_second_neuron_begins_to_speak() -> None:
    assert by_hand(0.3, 0.4)["a2"] == pytest.approx(0, abs=1e-12)
    assert by_hand(0.3, 0.41)["a2"] > 0
    assert by_hand(0.3, 0.6)["a2"] == pytest.approx(0.16)
    assert by_hand(0.7, 0.2)["z2"] == pytest.approx(-0.32)
