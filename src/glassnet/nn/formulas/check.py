"""The slope of a formula checked against finite differences."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import FormulaError
from glassnet.nn.formulas.evaluate import evaluate
from glassnet.nn.formulas.expression import Expression

PREDICTIONS = (-2.317, -0.731, 0.0371, 0.1213, 0.2917, 0.4871, 0.6133, 0.7919, 0.9637, 1.3331, 3.719)
TARGETS = (-1.527, 0.0, 0.3413, 0.7127, 1.0, 2.237)
STEP = 1e-6
FAR = 3e-5


def check_slope(expression: Expression, slope: Expression, variables: tuple[str, ...] = ("p", "t")) -> None:
    """Raise a FormulaError if the slope by the first variable isn't that of the expression, on a grid of numbers.

    Points where the formula is NaN or has a kink are skipped.

    >>> from glassnet.nn.formulas.parse import parse
    >>> check_slope(parse("p^2"), parse("2 * p"))
    >>> check_slope(parse("p^2"), parse("3 * p"))
    Traceback (most recent call last):
    glassnet.base.errors.FormulaError: The computed slope disagrees with the formula at p = -2.317, t = -1.527: \
-6.951 instead of -4.634.
    """
    first, *others = variables
    axes = np.meshgrid(PREDICTIONS, *[TARGETS for _ in others])
    at = {name: axis.ravel() for name, axis in zip(variables, axes, strict=True)}

    def moved(shift: float) -> Array:
        return evaluate(expression, at | {first: at[first] + shift})

    with np.errstate(all="ignore"):  # a formula may be NaN in places, such as log(p) below 0
        before, here, after = map(moved, (-STEP, 0.0, STEP))
        left, right = (here - before) / STEP, (after - here) / STEP
        measured, found = (after - before) / (2 * STEP), evaluate(slope, at)
        far = (moved(FAR) - moved(-FAR)) / (2 * FAR)
        noise = 1e-9 / STEP * np.finfo("float64").eps / 1e-16 * (1e-7 + abs(here))
        differ = np.maximum(abs(left - right), abs(measured - far))  # at a kink, or where rounding or waves hide a step
        moves = (measured != 0) | (far != 0) | (found == 0)  # else rounding swallows the step, as in 1e20 + p
        usable = np.isfinite(measured) & moves & (differ <= 1e-2 * (abs(measured) + 1.0) + noise)
        rough = 2 * abs(measured - far)  # what a step misses where the formula bends
        wrong = usable & ~(abs(found - measured) <= 1e-4 * (abs(measured) + 1.0) + noise + rough)
    if not np.isfinite(here).any():
        raise FormulaError(
            f"The formula isn't a finite number for any of the values tried for {' and '.join(variables)} (−2.3 … 3.7)."
        )
    if wrong.any():
        i = int(wrong.argmax())
        where = ", ".join(f"{name} = {values[i]:g}" for name, values in at.items())
        if not np.isfinite(found[i]):
            raise FormulaError(
                f"The slope at {where} is NaN or infinite (such as 0 / 0), unlike the formula; keep "
                "what is below a line, under a root or in a logarithm away from 0, for example with + 0.001, and "
                "exponents small."
            )
        raise FormulaError(
            f"The computed slope disagrees with the formula at {where}: {found[i]:.4g} instead of {measured[i]:.4g}."
        )
