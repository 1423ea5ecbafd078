"""Lesson 08: what its text says, asserted from the values that it computes."""

from typing import Any

import numpy as np
import pytest

from glassnet.base.arrays import Array
from glassnet.lessons.lesson_08_backpropagation import (
    app,
    my_dense_backward,
    my_sigmoid_backward,
    my_softmax_loss_backward,
)


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


def dense_backward(x: Array, _weight: Array, d_z: Array) -> Array:
    return x.T @ d_z


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
        ("dense_card", my_dense_backward, dense_backward, lambda x, weight, d_z: x.T @ d_z / len(x)),
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
