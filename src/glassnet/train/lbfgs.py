"""L-BFGS: Newton's direction estimated from the last few steps."""

from collections import deque
from collections.abc import Iterator
from warnings import catch_warnings

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.train.full_batch import FullBatch, check_plan
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState
from glassnet.train.step import Step


def lbfgs_steps(plan: Plan, state: TrainingState, *, memory: int = 10) -> Iterator[Step]:
    """Yield steps along −H⁻¹ ∇L, H⁻¹ estimated from the last `memory` changes of parameters and gradient.

    Liu & Nocedal (1989): the two-loop recursion, over all training samples, with a line search that satisfies the
    strong Wolfe conditions (SciPy's). Ends when the line search finds no lower loss.

    Arguments:
        plan: network, recipe (its loss, regularizer and weights; dtype "float64") and data.
        state: the state to start from.
        memory: number of changes to remember.

    Raises:
        SettingError: these are not a Plan and its state, or the dtype is not float64.
    """
    whole_number("memory", memory, minimum=1)
    check_plan("lbfgs_steps", plan, state)
    if plan.recipe.dtype != "float64":
        raise SettingError('L-BFGS compares small differences of gradients: set dtype="float64".')
    return _steps(FullBatch(plan, state), state, memory)


def _steps(function: FullBatch, state: TrainingState, memory: int) -> Iterator[Step]:
    from scipy.optimize import line_search  # only this search needs it

    indices = np.arange(len(function.plan.samples["train"].x))
    vector = function.vector(state.params)
    loss, gradient = function.loss_and_gradient(vector)
    changes: deque[tuple[Array, Array]] = deque(maxlen=memory)
    while np.any(gradient):
        direction = -two_loop(gradient, changes)
        with catch_warnings(action="ignore", category=RuntimeWarning):  # a failed search ends the iteration
            length = line_search(function.loss, function.gradient, vector, direction, gradient, loss)[0]
        after = vector if length is None else vector + length * direction
        loss_after, gradient_after = function.loss_and_gradient(after)
        if loss_after >= loss:
            return
        if (after - vector) @ (gradient_after - gradient) > 0:  # guaranteed by Wolfe, but for rounding
            changes.append((after - vector, gradient_after - gradient))
        state = state._replace(step=state.step + 1, epoch=state.epoch + 1, params=function.params(after))
        yield Step(indices, loss, state)
        vector, loss, gradient = after, loss_after, gradient_after


def two_loop(gradient: Array, changes: deque[tuple[Array, Array]]) -> Array:
    """Return the estimate of H⁻¹ · gradient from the changes (of parameters, of gradient), oldest first.

    >>> two_loop(np.array([2.0, 4.0]), deque([(np.array([1.0, 0.0]), np.array([2.0, 0.0]))])).tolist()
    [1.0, 2.0]
    """
    if not changes:
        return gradient / max(float(np.abs(gradient).sum()), 1.0)
    alphas = []
    for moved, turned in reversed(changes):
        alpha = (moved @ gradient) / (moved @ turned)
        alphas.append(alpha)
        gradient = gradient - alpha * turned
    moved, turned = changes[-1]
    direction = gradient * ((moved @ turned) / (turned @ turned))
    for (moved, turned), alpha in zip(changes, reversed(alphas), strict=True):
        direction = direction + moved * (alpha - (turned @ direction) / (moved @ turned))
    return direction
