"""A rule at work on two parameters, and its lines and code as a page shows them."""

import inspect
import re
from collections.abc import Mapping
from dataclasses import fields
from textwrap import dedent
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.formulas import Expression, Number, as_mathml, parse
from glassnet.optim import UpdateRule
from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
from glassnet.widgets.update_rules.sheets import COMMON_WORDS, Sheet

BOWL = LANDSCAPES["long_bowl"]
STEPS = 60


class Course(NamedTuple):
    """What a rule did with both parameters.

    Arguments:
        rows: symbols: w, g, then the rule's state, then "step".
        table: their values before the first update and after each, shape (updates + 1, rows, 2). g is the gradient
            that the update used, and step what it added to w; both are 0 at first.
    """

    rows: tuple[str, ...]
    table: Array


def walk(sheet: Sheet, rule: UpdateRule, steps: int = STEPS) -> Course:
    """Return what a rule does in the long bowl, whose second direction is twenty times as steep as its first.

    >>> from glassnet.widgets.update_rules.sheets import SHEETS
    >>> course = walk(SHEETS["adagrad"], SHEETS["adagrad"].make(0.1), 2)
    >>> course.rows, course.table[1].round(3).tolist()
    (('w', 'g', 's', 'step'), [[-2.5, 1.1], [-2.6, 24.0], [6.76, 576.0], [0.1, -0.1]])
    """
    place = np.array(BOWL.start)
    state = rule.init({"w": place})
    rows = ("w", "g", *sheet.state, "step")
    table = [_row(place, 0 * place, state, sheet.state, 0 * place)]
    for _ in range(steps):
        gradient = np.array(BOWL.gradient(*map(float, place)))
        params, state = rule.update({"w": gradient}, state, {"w": place}, rule.learning_rate)
        table.append(_row(params["w"], gradient, state, sheet.state, params["w"] - place))
        place = params["w"]
    return Course(rows, np.array(table))


def _row(w: Array, g: Array, state: Mapping[str, object], names: Mapping[str, str], step: Array) -> list[Array]:
    kept = (state[name] for name in names.values())
    values = (value["w"] if isinstance(value, Mapping) else value for value in kept)
    return [w, g, *(np.broadcast_to(np.asarray(value, float), (2,)) for value in values), step]


def typeset(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Return each line as MathML: the symbol that gets a value, and the formula for it.

    >>> from glassnet.widgets.update_rules.sheets import SHEETS
    >>> typeset(SHEETS["sgd"])[0][1]
    '<mrow><mi>w</mi><mo>−</mo><mrow><mi>η</mi><mo>·</mo><mi>g</mi></mrow></mrow>'
    """
    return tuple((symbol_mathml(symbol), as_mathml(parsed(sheet, line))) for symbol, line in sheet.lines)


def symbol_mathml(symbol: str) -> str:
    """Return a symbol as MathML: its Greek letter and its index, if it has them.

    >>> symbol_mathml("beta_1")
    '<msub><mi>β</mi><mi>1</mi></msub>'
    """
    return as_mathml(Number(0.0, symbol))


def symbols_of(sheet: Sheet) -> tuple[str, ...]:
    """Return the symbols of a rule: w, g and η, what it keeps, what it computes on the way, its settings."""
    computed = (symbol for symbol, _ in sheet.lines)
    return tuple(dict.fromkeys(("w", "g", "eta", *sheet.state, *computed, *sheet.settings)))


def parsed(sheet: Sheet, formula: str, values: Mapping[str, float] | None = None) -> Expression:
    """Return a line's formula: one-letter symbols are variables, the others constants, with `values` if given."""
    names = symbols_of(sheet)
    letters = [name for name in names if len(name) == 1]
    first = next(name for name in letters if re.search(rf"\b{name}\b", formula))
    constants = {name: (values or {}).get(name, 0.5) for name in names if len(name) > 1}
    return parse(formula, constants, (first, *(name for name in letters if name != first)))


def source_of(sheet: Sheet) -> str:
    """Return the engine's own code of a rule, without docstrings."""
    pieces = []
    for function in sheet.code:
        text = dedent(inspect.getsource(function))
        pieces.append(re.sub(r'\n +"""(?:[^"]|"(?!""))*"""', "", text).replace("  # noqa: E731 (the rule itself)", ""))
    return "\n".join(pieces)


def words_of(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """Return for each symbol the names in the code that stand for it."""
    own = sheet.words or {}
    found = {}
    for symbol in symbols_of(sheet):
        setting = sheet.settings.get(symbol)
        default = COMMON_WORDS.get(symbol, (sheet.state.get(symbol) or setting or symbol,))
        found[symbol] = own.get(symbol, default)
    return found


def constants_of(rule: UpdateRule) -> dict[str, float]:
    """Return the numbers that a rule is set to, by name."""
    values = ((one.name, getattr(rule, one.name)) for one in fields(rule))  # type: ignore[arg-type]
    return {name: value for name, value in values if isinstance(value, float)}
