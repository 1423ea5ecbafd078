"""scikit-learn's MLPClassifier as a contestant: one call for all steps until an epoch ends."""

import warnings
from itertools import chain, repeat
from typing import Any

import numpy as np

import glassnet as gn
from problem import Course, Problem
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
    classes, first = np.unique(y, return_index=True)
    model.partial_fit(x[first], y[first], classes=classes)  # makes the arrays
    for kind, arrays in (("weight", model.coefs_), ("bias", model.intercepts_)):
        for array, of in zip(arrays, weights.values(), strict=True):
            array[...] = of[kind]

    course, seen = Course(problem), list[float]()
    held_out = problem.arrays("validation")
    begin_or_go_on = chain([model.fit], repeat(model.partial_fit))  # `fit` forgets the momentum, `partial_fit` keeps it

    def loss(x: Any, y: Any) -> float:
        return float(log_loss(y.ravel(), model.predict_proba(x)))

    def train(steps: int) -> None:
        for rows, ends in course.next(steps):  # a stretch as one epoch, in the order given
            with warnings.catch_warnings(action="ignore"):  # it warns that it has not converged
                next(begin_or_go_on)(x[rows.ravel()], y[rows.ravel()])
            if ends:
                seen.append(loss(*held_out))

    return Contestant(train, lambda: loss(x, y), lambda: seen, "MLPClassifier, fit and partial_fit")
