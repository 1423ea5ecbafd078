"""A custom loss, as a formula."""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from glassnet.base.arrays import Array
from glassnet.base.settings_class import settings_class
from glassnet.nn.formulas import WrittenAsFormula, evaluate
from glassnet.nn.losses.loss import TargetEncoding


@settings_class
class FormulaLoss(WrittenAsFormula):
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

    variables: ClassVar[tuple[str, ...]] = ("p", "t")
    target_encoding: ClassVar[TargetEncoding] = "values"
    link: ClassVar[str] = "linear"

    def value(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · Σᵢ formula(pᵢ, tᵢ) over the n outputs of each example."""
        return evaluate(self._numeric[0], {"p": prediction, "t": target}).sum(axis=-1) / prediction.shape[-1]

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · slope(p, t)."""
        return evaluate(self._numeric[1], {"p": prediction, "t": target}) / prediction.shape[-1]
