"""The perceptron: one mistake at a time, each number of a correction explained."""

from itertools import islice

import numpy as np
import pytest

import glassnet as gn

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
GATES = {"and": [0, 0, 0, 1], "or": [0, 1, 1, 1], "nand": [1, 1, 1, 0]}


@pytest.mark.parametrize("gate", GATES)
def test_a_gate_is_learnt_from_its_mistakes_alone(gate: str) -> None:
    neuron, y = gn.Perceptron(np.zeros(2)), np.array(GATES[gate])
    for _ in range(20):
        wrong = neuron.mistakes(CORNERS, y)
        if not wrong.size:
            break
        neuron = neuron.correct(CORNERS[wrong[0]], y[wrong[0]]).after
    assert neuron.decide(CORNERS).tolist() == GATES[gate]


def test_it_goes_through_the_samples_as_the_steps_do() -> None:
    data = gn.data.gaussians(40, seed=3)
    neuron = gn.Perceptron(np.zeros(2), learning_rate=0.5)
    for step in islice(gn.perceptron_steps(data.x, data.y, learning_rate=0.5), 100):
        neuron = neuron.correct(data.x[step.sample], data.y[step.sample]).after
        assert neuron.weight.tolist() == step.weight.tolist()
        assert neuron.bias == step.bias


def test_what_is_right_changes_nothing() -> None:
    neuron = gn.Perceptron(np.array([1.0, 1.0]), -1.5)
    made = neuron.correct(np.array([1.0, 1.0]), 1)
    assert (made.mistake, made.after.weight.tolist(), made.after.bias) == (0, [1.0, 1.0], -1.5)


@pytest.mark.parametrize("name", ["z", "a", "mistake", "weight_after[1]", "bias_after"])
def test_every_number_of_a_correction_adds_up(name: str) -> None:
    made = gn.Perceptron(np.array([1.0, -2.0]), 0.5, 0.1).correct(np.array([3.0, 1.0]), 0)
    explanation = made.explain(f"perceptron.{name}")
    assert explanation.evaluate() == explanation.value
    assert explanation.leaves
    for leaf in explanation.leaves:
        assert made.explain(leaf.reference).value == leaf.value


def test_what_a_correction_starts_from_says_where_it_comes_from() -> None:
    made = gn.Perceptron(np.array([1.0, -2.0])).correct(np.array([3.0, 1.0]), 0)
    assert str(made.explain("perceptron.x[0]")) == "perceptron.x[0] = 3  (a feature of the sample)"


def test_wrong_arguments_are_refused_in_one_line() -> None:
    neuron = gn.Perceptron(np.zeros(2))
    with pytest.raises(gn.ShapeError, match="2 features"):
        neuron.decide(np.zeros((3, 4)))
    with pytest.raises(gn.DataError, match="0 or 1"):
        neuron.mistakes(CORNERS, np.array([1, 2, 1, 1]))
    with pytest.raises(gn.ShapeError, match="one target per sample"):
        neuron.mistakes(CORNERS, np.array([1, 0]))
    with pytest.raises(gn.UnknownNameError, match="mistake"):
        neuron.correct(CORNERS[1], 1).explain("perceptron.mistakes")
    with pytest.raises(gn.SettingError, match="learning_rate"):
        gn.Perceptron(np.zeros(2), learning_rate=0)
