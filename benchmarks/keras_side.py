"""Keras on JAX as a contestant: `compile` and `fit`, many steps in one call as its guide advises for small models."""

import os
from collections.abc import Callable
from itertools import islice
from typing import Any

import numpy as np

import glassnet as gn
from problem import Problem
from task import Contestant


def keras_on_jax(problem: Problem, build: Callable[[Any], Any], order: list[str], at_once: int) -> Contestant:
    """Return Keras with so many steps in one call.

    Arguments:
        problem: what to learn.
        build: from keras, the model, ending in logits.
        order: our layers in the order of the model's weights.
        at_once: its `steps_per_execution`.
    """
    os.environ["KERAS_BACKEND"] = "jax"
    import keras  # the peer, in the reference group; the variable must stand before

    train, loss = fit(keras, problem, build, order, at_once)
    return Contestant(train, loss, f"fit, steps_per_execution={at_once}")


def fit(
    keras: Any, problem: Problem, build: Callable[[Any], Any], order: list[str], at_once: int
) -> tuple[Callable[[int], None], Callable[[], float]]:
    """Return a function that trains for so many steps, and the loss on all samples."""
    x, y = problem.arrays()
    model, recipe, rows = build(keras), problem.recipe, problem.rows()
    ours: Any = recipe.optimizer
    optimizer = (
        keras.optimizers.SGD(ours.learning_rate, momentum=ours.momentum)
        if isinstance(ours, gn.SGD)
        else keras.optimizers.Adam(ours.learning_rate, epsilon=ours.epsilon)
    )
    loss = (
        keras.losses.BinaryCrossentropy(from_logits=True)
        if problem.kind == "binary"
        else keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    )
    model.compile(optimizer=optimizer, loss=loss, steps_per_execution=at_once)
    weights = problem.first_weights()
    model.set_weights([value for layer in order for value in weights[layer].values()])

    def train(steps: int) -> None:
        taken = np.concatenate(list(islice(rows, steps)))  # all steps in one `fit`, in the order given
        model.fit(x[taken], y[taken], batch_size=problem.batch_size, verbose=0, shuffle=False)

    return train, lambda: float(np.asarray(loss(y, model.predict(x, batch_size=4096, verbose=0))))
