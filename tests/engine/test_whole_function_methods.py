"""Newton, L-BFGS and the perceptron rule against closed forms, SciPy and by hand."""

from itertools import islice, pairwise
from typing import Any

import numpy as np
import pytest
from scipy.optimize import minimize

import glassnet as gn
from glassnet.data import Dataset
from glassnet.train import Plan, Recipe, start
from glassnet.train.full_batch import FullBatch
from glassnet.train.lbfgs import lbfgs_steps
from glassnet.train.newton import hessian, newton_steps
from glassnet.train.perceptron import perceptron_steps

MOONS = gn.data.moons(80, noise=0.3, seed=5, validation=0.0)


def logistic(rate: float = 0.01) -> Plan:
    network = gn.Network([gn.Dense(1)])
    return Plan(network, Recipe("sigmoid_cross_entropy", regularizer=gn.L2(rate), dtype="float64"), MOONS)


def small_network(**settings: Any) -> Plan:
    network = gn.Network([gn.Dense(5, "tanh"), gn.Dense(1)])
    return Plan(network, Recipe("sigmoid_cross_entropy", dtype="float64", **settings), MOONS)


def test_the_vector_is_the_parameters_and_its_gradient_the_slope() -> None:
    plan = small_network(regularizer=gn.L2(0.1))
    function = FullBatch(plan, start(plan))
    vector = function.vector(start(plan).params)
    np.testing.assert_array_equal(function.vector(function.params(vector)), vector)
    direction = np.random.default_rng(0).normal(size=vector.shape)
    slope = (function.loss(vector + 1e-6 * direction) - function.loss(vector - 1e-6 * direction)) / 2e-6
    assert function.loss_and_gradient(vector)[1] @ direction == pytest.approx(slope, rel=1e-6)


def test_newton_solves_a_quadratic_in_one_step() -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(30, 3))
    y = x @ np.array([[1.0], [-2.0], [0.5]]) + 0.7 + rng.normal(size=(30, 1))
    plan = Plan(gn.Network([gn.Dense(1)]), Recipe("mean_squared_error", dtype="float64"), Dataset("noisy plane", x, y))
    step = next(newton_steps(plan, start(plan), damping=1e-10))
    closed_form = np.linalg.lstsq(np.hstack([x, np.ones((30, 1))]), y, rcond=None)[0]
    np.testing.assert_allclose(step.state.params["dense_1"]["weight"], closed_form[:3], rtol=1e-6)
    np.testing.assert_allclose(step.state.params["dense_1"]["bias"], closed_form[3], rtol=1e-6)


def test_both_methods_find_scipys_minimum_of_a_convex_loss() -> None:
    plan = logistic()
    function = FullBatch(plan, start(plan))
    first = function.vector(start(plan).params)
    theirs = minimize(
        function.loss_and_gradient, first, jac=True, method="L-BFGS-B", options={"ftol": 1e-15, "gtol": 1e-10}
    )
    for method in (newton_steps, lbfgs_steps):
        *_, last = islice(method(plan, start(plan)), 100)
        np.testing.assert_allclose(function.vector(last.state.params), theirs.x, atol=1e-5)
        assert function.loss(function.vector(last.state.params)) <= theirs.fun + 1e-10


@pytest.mark.parametrize("method", [newton_steps, lbfgs_steps])
def test_the_loss_of_a_small_network_falls_with_every_step_and_far(method: Any) -> None:
    plan = small_network(regularizer=gn.L2(1e-3))
    losses = [step.loss for step in islice(method(plan, start(plan)), 25)]
    assert all(after < before for before, after in pairwise(losses))
    assert losses[-1] < 0.6 * losses[0]


def test_the_hessian_of_a_quadratic_is_its_matrix() -> None:
    x = np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 0.5]])
    plan = Plan(gn.Network([gn.Dense(1)]), Recipe("mean_squared_error", dtype="float64"), Dataset("plane", x, x[:, :1]))
    function = FullBatch(plan, start(plan))
    ones = np.hstack([x, np.ones((3, 1))])  # parameters in the order weight, bias
    np.testing.assert_allclose(hessian(function, np.zeros(3)), 2 / 3 * ones.T @ ones, atol=1e-8)


def test_unsupported_problems_are_errors() -> None:
    single = Plan(gn.Network([gn.Dense(1)]), Recipe("sigmoid_cross_entropy"), MOONS)
    for method in (newton_steps, lbfgs_steps):
        with pytest.raises(gn.SettingError, match="float64"):
            method(single, start(single))
    wide = Plan(gn.Network([gn.Dense(800), gn.Dense(1)]), Recipe("sigmoid_cross_entropy", dtype="float64"), MOONS)
    with pytest.raises(gn.SettingError, match="at most 2,000 parameters"):
        newton_steps(wide, start(wide))


def test_the_perceptron_stops_when_a_line_separates_and_never_on_xor() -> None:
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    for y in ([0, 0, 0, 1], [0, 1, 1, 1]):
        *_, last = perceptron_steps(x, np.array(y))
        assert ((x @ last.weight + last.bias >= 0) == np.array(y)).all()
    assert len(list(islice(perceptron_steps(x, np.array([0, 1, 1, 0])), 1000))) == 1000


def test_one_correction_by_hand() -> None:
    step = next(perceptron_steps(np.array([[2.0, -1.0]]), np.array([0]), learning_rate=0.5))
    assert (step.predicted, step.mistake, step.weight.tolist(), step.bias) == (1, -1, [-1.0, 0.5], -0.5)


def test_the_perceptron_checks_its_data() -> None:
    with pytest.raises(gn.DataError, match="0 or 1"):
        perceptron_steps(np.eye(2), np.array([-1, 1]))
    with pytest.raises(gn.ShapeError, match="samples, features"):
        perceptron_steps(np.ones(3), np.array([0, 1, 1]))
