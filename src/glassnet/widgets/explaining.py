"""Messages for explanations: which number, and how many terms of a long sum to show."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from glassnet.explain import Explanation
from glassnet.widgets.wire import As, Limits, MaxLength

MAX_REFERENCE_LENGTH = 120
MAX_TERMS = 400

ReferenceText = Annotated[str, MaxLength(MAX_REFERENCE_LENGTH)]
"""The name of a number, such as dense_1.z[0, 3]."""

Terms = Annotated[int, Limits(1, MAX_TERMS)] | None
"""How many terms of a long sum are shown; None leaves it to the explanation."""


@dataclass(frozen=True)
class ExplainedReference:
    """The name of a number in an explanation."""

    text: str
    layer: str
    part: str
    index: tuple[int, ...]


@dataclass(frozen=True)
class Folded:
    """The terms of a long sum that are not shown: how many, and their sum."""

    terms: int
    value: float | str | None


@dataclass(frozen=True)
class Term:
    """A part of an explanation's arithmetic; a number that is not finite is given as a word."""

    op: str
    value: float | str
    reference: ExplainedReference | None = None
    operands: "tuple[Term, ...] | None" = None
    folded: Folded | None = None


@dataclass(frozen=True)
class Earlier:
    """The number of an earlier step that a number was copied from."""

    step: int
    reference: ExplainedReference


@dataclass(frozen=True)
class ExplanationView:
    """An explanation as JSON: what `Explanation.to_dict` returns."""

    reference: ExplainedReference
    value: float | str
    formula: str
    numbers: str
    latex: str
    note: str
    earlier: Earlier | None
    leaves: int
    expression: Term


ExplanationJson = Annotated[Mapping[str, Any], As(ExplanationView)]


def with_terms(explanation: Explanation, terms: int | None) -> Explanation:
    """Return an explanation that shows the requested number of terms of a long sum."""
    return explanation if terms is None else replace(explanation, terms=terms)
