"""scikit-learn's MLPClassifier as a contestant: one `fit` for the whole turn."""

import warnings
from itertools import islice
from typing import Any

import numpy as np

import glassnet as gn
from problem import Problem
from task import Contestant


def scikit_learn(problem: Problem, hidden: tuple[int, ...], activation: str) -> Contestant:
    """Return MLPClassifier with the recipe's rule, no penalty, samples in the order given."""
    from sklearn.metrics import log_loss
    from sklearn.neural_network import MLPClassifier

    x, y = problem.arrays()
    y = y.ravel().astype(int)
    ours: Any = problem.recipe.optimizer
    assert isinstance(ours, gn.SGD)
    model = MLPClassifier(
        hidden,
        activation=activation,
        solver="sgd",
        alpha=0.0,
        batch_size=problem.batch_size,
        learning_rate_init=ours.learning_rate,
        momentum=ours.momentum,
        nesterovs_momentum=False,
        shuffle=False,
        tol=0.0,
        n_iter_no_change=10**9,
        warm_start=True,
        max_iter=1,
    )
    weights = problem.first_weights()
    model.partial_fit(x[: problem.batch_size], y[: problem.batch_size], classes=np.unique(y))  # makes the arrays
    for kind, arrays in (("weight", model.coefs_), ("bias", model.intercepts_)):
        for array, of in zip(arrays, weights.values(), strict=True):
            array[...] = of[kind]

    rows = problem.rows()

    def train(steps: int) -> None:
        taken = np.concatenate(list(islice(rows, steps)))  # all steps as one epoch, in the order given
        with warnings.catch_warnings(action="ignore"):  # it warns that it has not converged
            model.fit(x[taken], y[taken])

    return Contestant(train, lambda: float(log_loss(y, model.predict_proba(x))), "MLPClassifier.fit")
