"""The messages of the update rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.update_rules.sheets import SHEETS
from glassnet.widgets.wire import Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Choice

RuleName = Annotated[str, OneOf("update rule", SHEETS)]
Rate = Annotated[float, Limits(above=0, maximum=10)]


@dataclass(frozen=True)
class Open(Request):
    """List the rules, and say which is shown first."""


@dataclass(frozen=True)
class Show(Request):
    """Show a rule at work; without a rate, with one that suits."""

    rule: RuleName
    rate: Rate | None = None


@dataclass(frozen=True)
class Opening(Reply):
    """The rules to choose from, and the first."""

    rules: tuple[Choice, ...]
    chosen: str
    rate: float | None


@dataclass(frozen=True)
class Line:
    """A line of a rule as MathML: a symbol, and its new value."""

    symbol: str
    formula: str


@dataclass(frozen=True)
class Symbol:
    """A symbol of a rule: as MathML, the words that stand for it in the code, and what it is."""

    name: str
    mathml: str
    words: tuple[str, ...]
    meaning: str
    kept: bool


@dataclass(frozen=True)
class Sheet(Reply):
    """Buffer: before the first update and after each, for each row its value in the flat and in the steep direction.

    `rows` names the rows by symbol; "step" is what the update added to w. `kept` counts the numbers that the rule keeps
    for every parameter, `settings` are its constants by symbol, `default` the rate in the engine.
    """

    rule: str
    rate: float
    default: float
    idea: str
    lines: tuple[Line, ...]
    symbols: tuple[Symbol, ...]
    settings: Mapping[str, float]
    code: str
    rows: tuple[str, ...]
    steps: int
    kept: int
