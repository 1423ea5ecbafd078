"""Formulas over named variables: parsed, evaluated, differentiated, typeset; never run as Python."""

from glassnet.nn.formulas.build import without_names
from glassnet.nn.formulas.check import check_slope
from glassnet.nn.formulas.differentiate import differentiate
from glassnet.nn.formulas.evaluate import evaluate
from glassnet.nn.formulas.expression import Call, Expression, Number, Variable
from glassnet.nn.formulas.mathml import as_mathml
from glassnet.nn.formulas.parse import parse
from glassnet.nn.formulas.write import as_latex, as_text
from glassnet.nn.formulas.written import WrittenAsFormula

__all__ = [
    "Call",
    "Expression",
    "Number",
    "Variable",
    "WrittenAsFormula",
    "as_latex",
    "as_mathml",
    "as_text",
    "check_slope",
    "differentiate",
    "evaluate",
    "parse",
    "without_names",
]
