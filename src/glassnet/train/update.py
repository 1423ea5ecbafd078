"""From the gradients of a step to the parameters after it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from glassnet.base.arrays import Tree
from glassnet.train.penalty import add_penalty, constrain
from glassnet.train.recipe import Recipe


class Update(NamedTuple):
    """The stages between gradients and new parameters; a stage not in the recipe is the same tree as the one before.

    Arguments:
        grads: gradients of the mean loss.
        penalized: with the penalties' gradients.
        clipped: after clipping, as the update rule receives them.
        updated: parameters after the rule.
        params: parameters after the constraint.
        optimizer: the rule's next state.
    """

    grads: Tree
    penalized: Tree
    clipped: Tree
    updated: Tree
    params: dict[str, Any]
    optimizer: dict[str, Any]


def update(
    recipe: Recipe, grads: Tree, params: Tree, optimizer: Tree, rate: Any, unit_axes: Mapping[str, int]
) -> Update:
    """Turn gradients into new parameters as a recipe says, for arrays of any kind.

    Arguments:
        recipe: penalties, clipping, update rule and constraint.
        grads: gradients of the step's mean loss.
        params, optimizer: parameters and the rule's state before.
        rate: the learning rate.
        unit_axes: the network's.

    >>> import numpy as np
    >>> from glassnet.optim import SGD
    >>> weights, grads = {"dense_1": {"weight": np.array([[2.0]])}}, {"dense_1": {"weight": np.array([[1.0]])}}
    >>> update(Recipe("mean_squared_error", SGD(0.1)), grads, weights, {}, 0.1, {}).params
    {'dense_1': {'weight': array([[1.9]])}}
    """
    penalized = grads if recipe.regularizer is None else add_penalty(grads, params, recipe.regularizer)
    clipped = penalized if recipe.clipping is None else recipe.clipping.apply(penalized)
    updated, state = recipe.optimizer.update(clipped, optimizer, params, rate)
    constrained = updated if recipe.constraint is None else constrain(updated, recipe.constraint, unit_axes)
    return Update(grads, penalized, clipped, updated, constrained, state)
