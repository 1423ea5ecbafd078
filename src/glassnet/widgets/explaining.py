"""Asking why a number is what it is: which number, and how much of a long sum is to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from glassnet.explain import Explanation, Reference, parse_reference
from glassnet.widgets.wire import As, Limits, Longest

LONGEST_REFERENCE = 120
MOST_TERMS = 400

ReferenceText = Annotated[str, Longest(LONGEST_REFERENCE)]
"""The name of a number, such as dense_1.z[0, 3]."""

Terms = Annotated[int, Limits(1, MOST_TERMS)] | None
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
    """What is not shown of a long sum: how many terms, and what they add up to."""

    terms: int
    value: float | str | None


@dataclass(frozen=True)
class Term:
    """A part of an explanation's arithmetic; a number that is not finite is a word."""

    op: str
    value: float | str
    reference: ExplainedReference | None = None
    operands: "tuple[Term, ...] | None" = None
    folded: Folded | None = None


@dataclass(frozen=True)
class Earlier:
    """The number of an earlier step that a number comes from."""

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


def asked_reference(text: str) -> Reference:
    """Return the number that a request asks for.

    Raises:
        SettingError: it names none.

    >>> asked_reference("dense_1.z[0, 3]")
    Reference(layer='dense_1', part='z', index=(0, 3))
    """
    return parse_reference(text)


def with_terms(explanation: Explanation, terms: int | None) -> Explanation:
    """Return an explanation that shows as many terms of a long sum as a request wants."""
    return explanation if terms is None else replace(explanation, terms=terms)
