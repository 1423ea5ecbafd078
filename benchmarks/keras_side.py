"""Keras on JAX as a contestant: `compile` and `fit`, many steps in one call as its guide advises for small models."""

import os
from collections.abc import Callable
from typing import Any

import numpy as np

import glassnet as gn
from problem import Course, Problem
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

    return Contestant(*fit(keras, problem, build, order, at_once), f"fit, steps_per_execution={at_once}")


def fit(
    keras: Any, problem: Problem, build: Callable[[Any], Any], order: list[str], at_once: int
) -> tuple[Callable[[int], None], Callable[[], float], Callable[[], list[float]]]:
    """Return a function that trains for so many steps, the loss on all samples, and the losses at epochs' ends."""
    (x, y), held_out = problem.arrays(), problem.arrays("validation")
    model, recipe, course, seen = build(keras), problem.recipe, Course(problem), list[float]()
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

    def measured(x: Any, y: Any) -> float:
        return float(np.asarray(loss(y, model.predict(x, batch_size=4096, verbose=0))))

    def train(steps: int) -> None:
        for rows, ends in course.next(steps):  # a stretch in one `fit`, in the order given
            taken = rows.ravel()
            model.fit(x[taken], y[taken], batch_size=problem.batch_size, verbose=0, shuffle=False)
            if ends:
                seen.append(measured(*held_out))

    return train, lambda: measured(x, y), lambda: seen
