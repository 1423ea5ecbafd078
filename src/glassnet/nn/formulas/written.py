"""What a loss and an activation that are formulas have in common."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from glassnet.nn.formulas.build import without_names
from glassnet.nn.formulas.check import check_slope
from glassnet.nn.formulas.differentiate import differentiate
from glassnet.nn.formulas.expression import Expression
from glassnet.nn.formulas.mathml import as_mathml
from glassnet.nn.formulas.parse import parse
from glassnet.nn.formulas.write import as_latex, as_text


class WrittenAsFormula:
    """A formula with its slope by the first of its variables, as text and typeset."""

    variables: ClassVar[tuple[str, ...]]
    formula: str
    constants: Mapping[str, float]

    def __post_init__(self) -> None:
        check_slope(*self._numeric, self.variables)

    def __getstate__(self) -> dict[str, Any]:
        """Return what copies start from: the settings, without what was read from them."""
        return {"formula": self.formula, "constants": self.constants}

    @cached_property
    def slope(self) -> str:
        """The derivative by the first variable, as a formula."""
        return as_text(self._slope)

    @cached_property
    def latex(self) -> str:
        """The formula in LaTeX."""
        return as_latex(self._expression)

    @cached_property
    def slope_latex(self) -> str:
        """The derivative in LaTeX."""
        return as_latex(self._slope)

    @cached_property
    def mathml(self) -> str:
        """The formula in MathML, without the `math` element around it."""
        return as_mathml(self._expression)

    @cached_property
    def slope_mathml(self) -> str:
        """The derivative in MathML, without the `math` element around it."""
        return as_mathml(self._slope)

    @cached_property
    def _expression(self) -> Expression:
        return parse(self.formula, self.constants, self.variables)

    @cached_property
    def _slope(self) -> Expression:
        return differentiate(self._expression, self.variables[0])

    @cached_property
    def _numeric(self) -> tuple[Expression, Expression]:
        return without_names(self._expression), without_names(self._slope)
