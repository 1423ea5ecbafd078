"""Lesson 02: what its text says, asserted from the values that it computes."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import stream
from glassnet.lessons.exercises import PlaceExercise
from glassnet.lessons.lesson_02_layers_weights_and_biases import app, layer, network
from glassnet.lessons.lesson_exercises import lesson_02 as exercises
from glassnet.lessons.lesson_helpers import lesson_02 as helpers
from glassnet.nn.activations import Sigmoid
from glassnet.widgets.architecture_explorer import Architecture
from glassnet.widgets.layer_zoo.exhibits import EXHIBITS

GOOD: dict[str, Any] = {"inputs": 2, "hidden": (6,), "outputs": 1, "activation": "tanh", "output_activation": "sigmoid"}


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


def test_the_explorer_opens_with_the_sum_in_the_text(lesson: dict[str, Any]) -> None:
    settings = lesson["opening"].settings
    head, _ = lesson["opening"].answer({"id": 1, "kind": "count", **settings, "hidden": list(settings["hidden"])})
    assert [one["weights"] + one["biases"] for one in head["layers"]] == [16, 10]
    assert head["parameters"] == 26
    assert Architecture(10, (10,) * 6, 10).parameters == 770, "eight columns of ten"
    assert Architecture(2, (2,), 1).parameters == exercises.nine().answer
    biases = [one["biases"] for one in head["layers"]]
    assert sum(biases) == sum((*settings["hidden"], settings["outputs"])), "none for the circles of the first column"


def test_the_sums_that_are_written_out_are_the_engine_s(lesson: dict[str, Any]) -> None:
    x, weight, bias, z = helpers.one_layer()
    assert z == pytest.approx(layer(x, weight, bias, lambda z: z), abs=1e-12)
    assert x.tolist() == [[1, 2, 3]]
    text = helpers.written(x, weight, bias, z)
    assert "- neuron 1: 1 · 0.5 + 2 · (−1) + 3 · 1 + 0.5 = **2**" in text
    assert "- neuron 2: 1 · (−1) + 2 · 1 + 3 · 0 + (−1) = **0**" in text


def test_the_network_of_the_lesson_is_the_engine_s() -> None:
    made = gn.Network([gn.Dense(4, "tanh"), gn.Dense(2, "tanh")])
    data = gn.data.from_arrays(np.eye(3), np.eye(3)[:, :2], validation=0.0)
    run = gn.Run(made, gn.Recipe("mean_squared_error", dtype="float64"), data)
    params = run.parameters()
    weights, biases = ([params[name][part] for name in made.names] for part in ("weight", "bias"))
    assert network(np.eye(3), weights, biases, np.tanh) == pytest.approx(run.predict(np.eye(3)), abs=1e-12)


def test_the_shapes_of_the_exercise() -> None:
    z = layer(np.ones((32, 3)), np.ones((3, 4)), np.zeros(4), lambda z: z)
    assert exercises.shapes().right == f"(32, 3), (3, 4), {z.shape}"


def test_the_bias_shifts_along_the_input_and_never_up(lesson: dict[str, Any]) -> None:
    assert (lesson["slope"].value, lesson["shift"].value) == (2.0, 3.0)
    x = np.linspace(-8, 8, 1601)
    for bias in (-3.0, 3.0):
        moved, still = Sigmoid().forward(2 * x + bias), Sigmoid().forward(2 * x)
        assert np.interp(x, x - bias / 2, still) == pytest.approx(moved, abs=1e-3)
        assert 0 < moved.min() < 0.01 < 0.99 < moved.max() < 1
        assert helpers.sigmoid_of(2.0, bias).count("<circle") == 1, "the dot at −b/w"
    assert (np.diff(Sigmoid().forward(-2 * x)) <= 0).all(), "with a negative weight it falls"
    assert helpers.sigmoid_of(0.0, 3.0).count("<circle") == 0
    place = exercises.middle()
    assert isinstance(place, PlaceExercise)
    assert Sigmoid().forward(np.array([2 * (place.right.x or 0) - 3])) == pytest.approx([place.right.y])


def test_without_a_bias_the_border_passes_the_origin_and_misses(lesson: dict[str, Any]) -> None:
    (weight, bias), (other, none) = lesson["trained"][True], lesson["trained"][False]
    x, _ = helpers.clouds()
    assert (x > 0).all(), "both clouds are to the upper right of the origin"
    assert np.abs(x).max() < helpers.EXTENT, "the map shows all of them"
    assert lesson["rights"][True] == 1.0
    assert 0.4 < lesson["rights"][False] < 0.6
    assert none == 0.0
    assert abs(bias) > 1
    assert np.zeros(2) @ other + none == 0
    assert weight.shape == other.shape


def test_parameters_named_of_the_zoo() -> None:
    assert EXHIBITS["dense"].show("10 units", 0).parameters == 650
    assert EXHIBITS["convolution"].show("blur", 0).parameters == 10
    untrained = [name for name, one in EXHIBITS.items() if one.show(next(iter(one.variants)), 0).parameters == 0]
    assert untrained == ["input", "pooling", "dropout", "activation", "output"]


def test_bumps_and_what_is_promised_of_them(lesson: dict[str, Any]) -> None:
    def largest(target: str, count: int) -> float:
        asked = {"target": target, "bumps": count, "steep": 12, "own": [0.0] * 7}
        head, _ = lesson["builder"].answer({"id": 1, "kind": "build", **asked})
        assert head["parameters"] == 6 * count + 1
        return float(head["largest"])

    assert lesson["builder"].settings["target"] == "waves"
    assert largest("waves", 60) < largest("waves", 8) / 4
    assert min(largest("jump", count) for count in range(1, 61)) > 0.299, "half of the jump from 0.2 to 0.8"
    assert min(largest("jump", count) for count in range(1, 60, 2)) > 0.55, "nearly all of it, with an odd number"
    assert exercises.bumps().answer == 6 * 10 + 1


def test_weights_on_one_scale_are_in_another_order() -> None:
    x, price = helpers.houses()
    raw, scaled = helpers.fitted(x, price), helpers.fitted(x / x.std(axis=0), price)
    assert np.argmax(np.abs(raw)) == 2, "as measured, rooms have the largest weight"
    assert np.argsort(-np.abs(scaled)).tolist() == [0, 1, 2], "area, distance, rooms"
    assert abs(raw[1]) < 0.03
    assert set(x[:, 2]) == {2, 3, 4, 5}
    in_km = helpers.fitted(x * np.array([1, 0.001, 1]), price)
    assert in_km[1] == pytest.approx(1000 * raw[1])
    assert in_km[1] == pytest.approx(exercises.kilometres().answer, abs=0.05)
    rows = [line for line in helpers.weights_twice().splitlines() if line.startswith("| distance, m | −0.0")]
    assert len(rows) == 1
    assert "−0.0198" in rows[0]
    assert "−0.0198" in exercises.kilometres().question
    assert [exercises.kilometres().check(given).right for given in ("-19.8", "−20", "-0.0198", "20")] == [
        True, True, False, False
    ]  # fmt: skip


def test_relu_may_stand_anywhere_between_convolution_and_dense() -> None:
    exercise = exercises.reader()
    relu = "activation: ReLU"
    others = [step for step in exercise.steps if step != relu]
    right = [exercise.check([*others[:place], relu, *others[place:]]).right for place in range(len(others) + 1)]
    assert right == [False, False, True, True, True, False, False]
    z = np.random.default_rng(0).normal(size=(8, 4))
    assert np.maximum(z, 0).max(axis=1).tolist() == np.maximum(z.max(axis=1), 0).tolist(), "before and after pooling"


def test_batch_normalisation_takes_out_a_bias_and_layer_normalisation_doesn_t() -> None:
    z, bias = np.random.default_rng(0).normal(size=(8, 4)), np.array([1.0, -2.0, 0.5, 3.0])
    for kind, same in ((gn.BatchNorm(), True), (gn.LayerNorm(), False)):
        params, state, _ = kind.build(stream(0), (4,), "float64")
        one, other = (kind.forward(params, state, x, train=True, rng=stream(0))[0] for x in (z, z + bias))
        assert np.allclose(one, other, atol=1e-9) == same
    (cage,) = [one for one in EXHIBITS.values() if "each column (batch)" in one.variants]
    assert isinstance(cage.variants["each column (batch)"], gn.BatchNorm)


def test_the_goal_is_reached_within_the_budget_and_by_no_line(lesson: dict[str, Any]) -> None:
    goal = exercises.build()
    assert goal.check(GOOD).right
    assert Architecture(**GOOD).parameters == 25
    assert "This must hold first: at most 25 parameters" in goal.check({**GOOD, "hidden": (7,)}).message
    assert "This must hold first: 2 inputs and 1 output" in goal.check({**GOOD, "inputs": 3}).message
    assert "This must hold first: a sigmoid" in goal.check({**GOOD, "output_activation": "linear"}).message
    assert "fraction of errors" in goal.check({**GOOD, "hidden": ()}).message, "one neuron draws a straight line"
    assert lesson["workshop"].settings == goal.presets[0]


def test_a_dense_layer_after_itself_may_count_both_ways() -> None:
    """Both conventions give the same numbers: xW with rows as inputs, Wx with rows as neurons."""
    x, weight = np.array([[1.0, 2.0]]), np.array([[0.5, -1.0, 2.0], [1.0, 0.0, 3.0]])
    assert (x @ weight)[0].tolist() == (weight.T @ x[0]).tolist()
