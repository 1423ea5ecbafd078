"""Lesson 08: what its text says, asserted from the values that it computes."""

import re
from typing import Any

import numpy as np
import pytest

from glassnet.base.arrays import Array
from glassnet.explain import Reference
from glassnet.lessons.lesson_08_backpropagation import (
    app,
    my_dense_backward,
    my_sigmoid_backward,
    my_softmax_loss_backward,
    one_neuron,
)
from glassnet.lessons.lesson_helpers.lesson_08 import nudge_table
from glassnet.widgets.backpropagation.examples import EXAMPLES
from glassnet.widgets.backpropagation.paths import gradient_paths


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


def dense_backward(x: Array, weight: Array, d_z: Array) -> tuple[Array, Array, Array]:
    return d_z @ weight.T, x.T @ d_z, d_z.sum(axis=0)


def sigmoid_backward(d_a: Array, z: Array) -> Array:
    a = 1 / (1 + np.exp(-z))
    return d_a * a * (1 - a)


def softmax_loss_backward(z: Array, one_hot: Array) -> Array:
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return (powers / powers.sum(axis=1, keepdims=True) - one_hot) / len(z)


def test_age_and_income_by_hand_and_by_the_engine_agree_to_1e_12(lesson: dict[str, Any]) -> None:
    assert sorted(lesson["differences"]) == ["dense_1.bias", "dense_1.weight", "dense_2.bias", "dense_2.weight"]
    assert max(lesson["differences"].values()) < 1e-12
    assert lesson["hand"]["loss"] == pytest.approx(lesson["moment"].loss, abs=1e-12)
    assert all(np.abs(grads["weight"]).min() > 0.01 for grads in lesson["moment"].grads.values())


def test_one_neuron_by_the_chain_rule_by_nudging_and_by_dual_numbers(lesson: dict[str, Any]) -> None:
    assert lesson["neuron"]["d_w"] == pytest.approx(2 * lesson["neuron"]["a"] ** 2 * (1 - lesson["neuron"]["a"]) * 1.5)
    assert lesson["nudged"] == pytest.approx(lesson["neuron"]["d_w"], rel=1e-8)
    assert lesson["forward_mode"] == pytest.approx(lesson["neuron"]["d_w"], rel=1e-12)


def test_the_twelve_lines_are_the_engine(lesson: dict[str, Any]) -> None:
    assert sum(values.size for layer in lesson["deep"].grads.values() for values in layer.values()) == 177
    assert lesson["deep_difference"] < 1e-12
    assert lesson["witness"].best_error < 1e-6


def test_the_engine_may_be_the_judge(lesson: dict[str, Any]) -> None:
    assert len(lesson["engine_against_nudging"]) == 3
    assert max(lesson["engine_against_nudging"].values()) < 1e-8


@pytest.mark.parametrize(
    ("card", "mine", "right", "slip"),
    [
        (
            "dense_card",
            my_dense_backward,
            dense_backward,
            lambda x, weight, d_z: (d_z @ weight.T, x.T @ d_z / len(x), d_z.sum(axis=0)),
        ),
        ("sigmoid_card", my_sigmoid_backward, sigmoid_backward, lambda d_a, z: d_a * z * (1 - z)),
        (
            "softmax_card",
            my_softmax_loss_backward,
            softmax_loss_backward,
            lambda z, one_hot: softmax_loss_backward(z, one_hot) * len(z),
        ),
    ],
)
def test_a_backward_pass_is_judged(lesson: dict[str, Any], card: str, mine: Any, right: Any, slip: Any) -> None:
    exercise = lesson[card].session.exercise
    assert exercise.check(right).right
    assert exercise.check(mine).message.startswith("Case 1: ")
    assert "expected" in exercise.check(slip).message


def test_the_exercises_numbers_come_from_the_engine(lesson: dict[str, Any]) -> None:
    moment = lesson["moment"]
    assert moment.parts("dense_2")["a"][0, 0] == pytest.approx(0.58, abs=0.005)
    assert moment.parts("dense_1")["a"][0, 0] == pytest.approx(0.43)
    assert moment.parts("dense_2")["weight_after"][0, 0] > 0.7


def test_gradients_vanish_through_sigmoids_and_less_so_through_others(lesson: dict[str, Any]) -> None:
    shares = {name: norms[0] / norms[-1] for name, norms in lesson["flows"].items()}
    assert shares["sigmoid"] < 1e-4
    assert min(shares["tanh"], shares["relu"]) > 1e-2


def test_a_nudge_travels_through_three_gears_and_its_factors_settle_on_the_slopes(lesson: dict[str, Any]) -> None:
    neuron, push = lesson["neuron"], lesson["push"].value
    assert push == 0.5
    slopes = (1.5, neuron["a"] * (1 - neuron["a"]), neuron["d_a"])
    gaps = []
    for nudge in (push, 0.01):
        table = nudge_table(neuron, one_neuron(1.5, 0.8 + nudge, -0.3, 0.0), nudge)
        factors = [float(found) for found in re.findall(r"\*\*([\d.]+)\*\* times that", table)]
        total = float(re.findall(r"= \*\*([\d.]+)\*\* times as fast", table)[0])
        assert total == pytest.approx(np.prod(factors), abs=0.02)
        gaps.append([abs(factor - slope) for factor, slope in zip(factors, slopes, strict=True)])
    assert max(gaps[0]) > 0.1
    assert max(gaps[1]) < 0.01


def test_the_first_wishes_are_what_the_text_says(lesson: dict[str, Any]) -> None:
    view, _ = lesson["wishes"].answer({"id": 1, "kind": "open", "picture": 0, "updates": 0})
    outputs, wishes = np.array(view["outputs"]), np.array(view["output_wishes"])
    assert outputs.argmax() != view["target"]  # it reads the digit wrongly
    assert wishes[view["target"]] > 0 > np.delete(wishes, view["target"]).max()
    later, _ = lesson["wishes"].answer({"id": 2, "kind": "open", "picture": 0, "updates": 1})
    assert later["outputs"][view["target"]] > outputs[view["target"]]


def test_the_house_has_a_neuron_that_is_off_and_a_rate_of_1_makes_its_loss_grow_fiftyfold(
    lesson: dict[str, Any],
) -> None:
    shown, _ = lesson["house"].answer({"id": 1, "kind": "open", "example": "house", "step": 0, "sample": 0})
    off = shown["layers"][0]["a"].index(0.0)
    assert shown["layers"][0]["d_a"][off] != 0  # the wish arrives
    assert [row[off] for row in shown["layers"][0]["d_weight"]] == [0, 0, 0]
    run = EXAMPLES["house"].run(1.0)
    assert run.at(0).parts("afterwards")["mean"] > 50 * run.at(0).loss


def test_the_default_network_is_the_person_of_the_text(lesson: dict[str, Any]) -> None:
    shown, _ = lesson["visualiser"].answer({"id": 1, "kind": "open", "example": "age_income", "step": 0, "sample": 0})
    assert shown["x"] == [0.3, 0.6]
    assert [layer["activation"] for layer in shown["layers"]] == ["relu", "sigmoid"]
    explained, _ = lesson["visualiser"].answer({"id": 2, "kind": "explain", "reference": "dense_1.d_weight[0, 1]"})
    assert [factor["kind"] for factor in explained["paths"][0]["factors"]] == ["input", "slope", "weight", "error"]
    examples, _ = lesson["small_steps"].answer({"id": 3, "kind": "examples"})
    assert examples["view"] == "graph"


def test_the_bias_gradient_is_the_sum_of_the_samples_deltas(lesson: dict[str, Any]) -> None:
    deltas = lesson["xor"].parts("dense_2")["d_z"][:, 0]
    assert len(deltas) == 4
    assert deltas.sum() == pytest.approx(lesson["xor"].grads["dense_2"]["bias"][0], abs=1e-15)


def test_several_orders_of_a_step_are_right(lesson: dict[str, Any]) -> None:
    exercise = lesson["order_card"].session.exercise
    order = list(exercise.steps)
    last, back = 3, 4
    swapped = [*order[:last], order[back], order[last], *order[back + 1 :]]
    assert exercise.check(order).right
    assert exercise.check(swapped).right
    forward, loss, delta, *others = order
    for lesson_s_own in ([forward, delta, loss, *others], [forward, delta, *others[:-1], loss, others[-1]]):
        assert exercise.check(lesson_s_own).right  # backpropagate() never computes the loss itself
    assert not exercise.check([loss, forward, delta, *others]).right
    assert not exercise.check([delta, forward, loss, *others]).right
    early = [order[-1], *order[:-1]]
    assert "comes too early" in exercise.check(early).message


def test_the_student_s_blame_comes_back_through_energy() -> None:
    moment = EXAMPLES["student"].run(0.2).at(0)
    (path,) = gradient_paths(moment, Reference("dense_1", "d_weight", (1, 1)))
    assert [factor.kind for factor in path.factors] == ["input", "slope", "weight", "error"]
    assert [factor.value for factor in path.factors] == pytest.approx([0.7, 1.0, 0.3, 2 * (0.569 - 0.7)])
    assert path.product == pytest.approx(moment.parts("dense_1")["d_weight"][1, 1])
