"""Newton's method for small networks: the gradient divided by the curvature."""

from collections.abc import Iterator

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.errors import SettingError
from glassnet.train.full_batch import FullBatch, check_plan
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState
from glassnet.train.step import Step

MAX_PARAMETERS = 2000


def newton_steps(plan: Plan, state: TrainingState, *, damping: float = 1e-3) -> Iterator[Step]:
    """Yield steps w ← w − (H + λ I)⁻¹ ∇L over all training samples, as long as the loss falls.

    H is the matrix of second derivatives, by central differences of the gradient. λ starts at `damping` and
    grows tenfold until the loss falls (with negative curvature a plain Newton step would climb), then shrinks
    tenfold again: Levenberg (1944) and Marquardt (1963). Ends when no λ up to 10¹² lowers the loss.

    Arguments:
        plan: network, recipe (its loss, regularizer and weights; dtype "float64") and data.
        state: the state to start from; at most 2,000 parameters.
        damping: the first λ.

    Raises:
        SettingError: these are not a Plan and its state, there are too many parameters, or the dtype is not float64.

    >>> import glassnet as gn
    >>> from glassnet.train import start
    >>> x = np.linspace(-1, 1, 9)[:, None]
    >>> line = gn.Dataset("line", x, 3 * x + 1)
    >>> plan = Plan(gn.Network([gn.Dense(1)]), gn.Recipe("mean_squared_error", dtype="float64"), line)
    >>> step = next(newton_steps(plan, start(plan), damping=1e-9))
    >>> step.state.params["dense_1"]["weight"].round(6).tolist(), step.state.params["dense_1"]["bias"].round(6).tolist()
    ([[3.0]], [1.0])
    """
    damping = number("damping", damping, above=0, maximum=1e12)
    check_plan("newton_steps", plan, state)
    function = FullBatch(plan, state)
    count = len(function.vector(state.params))
    if count > MAX_PARAMETERS:
        raise SettingError(
            f"Newton's method needs a parameters × parameters matrix, so at most {MAX_PARAMETERS:,} parameters; "
            f"this network has {count:,}."
        )
    if plan.recipe.dtype != "float64":
        raise SettingError('Newton\'s method needs second derivatives in double precision: set dtype="float64".')
    return _steps(function, state, damping)


def _steps(function: FullBatch, state: TrainingState, damping: float) -> Iterator[Step]:
    vector = function.vector(state.params)
    indices = np.arange(len(function.plan.samples["train"].x))
    while True:
        loss, gradient = function.loss_and_gradient(vector)
        curvature = hessian(function, vector)
        better = None
        while better is None and damping <= 1e12:
            candidate = vector - np.linalg.solve(curvature + damping * np.eye(len(vector)), gradient)
            if function.loss(candidate) < loss:
                better, damping = candidate, max(damping / 10, 1e-12)
            else:
                damping *= 10
        if better is None:
            return
        vector = better
        state = state._replace(step=state.step + 1, epoch=state.epoch + 1, params=function.params(vector))
        yield Step(indices, loss, state)


def hessian(function: FullBatch, vector: Array) -> Array:
    """Return the matrix of second derivatives, by central differences of the gradient, symmetrised."""
    size = 1e-5
    columns = [
        (function.gradient(vector + size * unit) - function.gradient(vector - size * unit)) / (2 * size)
        for unit in np.eye(len(vector))
    ]
    matrix = np.stack(columns)
    return (matrix + matrix.T) / 2
