"""A custom activation, as a formula."""

import math
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any, ClassVar

from glassnet.base.arrays import Array
from glassnet.base.settings_class import settings_class
from glassnet.nn.formulas import (
    Expression,
    as_latex,
    as_mathml,
    as_text,
    check_slope,
    differentiate,
    evaluate,
    parse,
    without_names,
)

VARIABLES = ("z",)


@settings_class
class FormulaActivation:
    """A formula in z, such as "z / (1 + exp(-z))".

    The formula is parsed with the grammar of `formulas.parse` and never run as Python; its derivative is found by the
    rules of differentiation and checked against finite differences when the activation is created. At a kink the
    derivative is that of the branch in effect.

    Arguments:
        formula: in z.
        constants: values by name, such as {"alpha": 0.1}.

    Raises:
        FormulaError: the formula can't be parsed, or isn't finite anywhere.
        SettingError: a constant is not a finite number.

    >>> import numpy as np
    >>> bent = FormulaActivation("where(z > 0, z, alpha * z)", {"alpha": 0.1})
    >>> bent.forward(np.array([-2.0, 3.0])).tolist(), bent.slope
    ([-0.2, 3.0], 'where(z > 0, 1, alpha)')
    """

    formula: str
    constants: Mapping[str, float] = field(default_factory=dict)

    bounds: ClassVar[tuple[float, float]] = (-math.inf, math.inf)

    def __post_init__(self) -> None:
        check_slope(*self._numeric, VARIABLES)

    def __getstate__(self) -> dict[str, Any]:
        """Return what copies start from: the settings, without what was read from them."""
        return {"formula": self.formula, "constants": self.constants}

    @cached_property
    def slope(self) -> str:
        """D formula / d z, as a formula."""
        return as_text(self._slope)

    @cached_property
    def latex(self) -> str:
        """The formula in LaTeX."""
        return as_latex(self._expression)

    @cached_property
    def mathml(self) -> str:
        """The formula in MathML, without the `math` element around it."""
        return as_mathml(self._expression)

    @cached_property
    def slope_mathml(self) -> str:
        """D formula / d z in MathML, without the `math` element around it."""
        return as_mathml(self._slope)

    def forward(self, z: Array) -> Array:
        """Return a = formula(z)."""
        return evaluate(self._numeric[0], {"z": z})

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = d_a · slope(z)."""
        return d_a * evaluate(self._numeric[1], {"z": z})

    @cached_property
    def _expression(self) -> Expression:
        return parse(self.formula, self.constants, VARIABLES)

    @cached_property
    def _slope(self) -> Expression:
        return differentiate(self._expression, "z")

    @cached_property
    def _numeric(self) -> tuple[Expression, Expression]:
        return without_names(self._expression), without_names(self._slope)
