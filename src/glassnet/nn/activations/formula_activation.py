"""A custom activation, as a formula."""

import math
from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from glassnet.base.arrays import Array
from glassnet.base.settings_class import settings_class
from glassnet.nn.formulas import WrittenAsFormula, evaluate


@settings_class
class FormulaActivation(WrittenAsFormula):
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

    variables: ClassVar[tuple[str, ...]] = ("z",)
    bounds: ClassVar[tuple[float, float]] = (-math.inf, math.inf)

    def forward(self, z: Array) -> Array:
        """Return a = formula(z)."""
        return evaluate(self._numeric[0], {"z": z})

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = d_a · slope(z)."""
        return d_a * evaluate(self._numeric[1], {"z": z})
