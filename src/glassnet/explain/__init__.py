"""Why any number is what it is: traced arrays, expressions, explanations."""

from glassnet.explain.explainer import Explainer
from glassnet.explain.explanation import Explanation
from glassnet.explain.expression import Expression
from glassnet.explain.reference import Reference, parse_reference

__all__ = ["Explainer", "Explanation", "Expression", "Reference", "parse_reference"]
