"""A custom loss, as a formula."""

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
from glassnet.nn.losses.loss import TargetEncoding


@settings_class
class FormulaLoss:
    """A formula in the prediction p and the target t, averaged over an example's outputs.

    The formula is parsed with the grammar of `formulas.parse` and never run as Python; its slope is found by the rules
    of differentiation and checked against finite differences when the loss is created.

    Arguments:
        formula: such as "where(t > p, q, 1 - q) * abs(t - p)".
        constants: values by name, such as {"q": 0.9}.

    Raises:
        FormulaError: the formula can't be parsed, or isn't finite anywhere.
        SettingError: a constant is not a finite number.

    >>> import numpy as np
    >>> quantile = FormulaLoss("where(t > p, q, 1 - q) * abs(t - p)", {"q": 0.9})
    >>> quantile.value(np.array([[2.0], [2.0]]), np.array([[3.0], [1.0]])).round(4).tolist()
    [0.9, 0.1]
    >>> quantile.slope
    '-where(t > p, q, 1 - q) * sign(t - p)'
    """

    formula: str
    constants: Mapping[str, float] = field(default_factory=dict)

    target_encoding: ClassVar[TargetEncoding] = "values"
    link: ClassVar[str] = "linear"

    def __post_init__(self) -> None:
        check_slope(*self._numeric)

    def __getstate__(self) -> dict[str, Any]:
        """Return what copies start from: the settings, without what was read from them."""
        return {"formula": self.formula, "constants": self.constants}

    @cached_property
    def slope(self) -> str:
        """D formula / d p, as a formula."""
        return as_text(self._slope)

    @cached_property
    def latex(self) -> str:
        """The formula in LaTeX."""
        return as_latex(self._expression)

    @cached_property
    def slope_latex(self) -> str:
        """D formula / d p in LaTeX."""
        return as_latex(self._slope)

    @cached_property
    def mathml(self) -> str:
        """The formula in MathML, without the `math` element around it."""
        return as_mathml(self._expression)

    @cached_property
    def slope_mathml(self) -> str:
        """D formula / d p in MathML, without the `math` element around it."""
        return as_mathml(self._slope)

    def value(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · Σᵢ formula(pᵢ, tᵢ) over the n outputs of each example."""
        return evaluate(self._numeric[0], {"p": prediction, "t": target}).sum(axis=-1) / prediction.shape[-1]

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · slope(p, t)."""
        return evaluate(self._numeric[1], {"p": prediction, "t": target}) / prediction.shape[-1]

    @cached_property
    def _expression(self) -> Expression:
        return parse(self.formula, self.constants)

    @cached_property
    def _slope(self) -> Expression:
        return differentiate(self._expression)

    @cached_property
    def _numeric(self) -> tuple[Expression, Expression]:
        return without_names(self._expression), without_names(self._slope)
