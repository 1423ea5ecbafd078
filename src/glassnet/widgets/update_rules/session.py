"""The Python side of the update rules: one request in, one reply out."""

from collections.abc import Mapping
from typing import Any

from glassnet.widgets.update_rules.course import (
    STEPS,
    source_of,
    symbol_mathml,
    symbols_of,
    typeset,
    walk,
    words_of,
)
from glassnet.widgets.update_rules.messages import Line, Open, Opening, Sheet, Show, Symbol
from glassnet.widgets.update_rules.sheets import SHEETS
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.reading import read
from glassnet.widgets.wire.writing import floats

RATES: Mapping[str, float] = {
    "sgd": 0.02,
    "momentum": 0.02,
    "nesterov": 0.02,
    "adagrad": 0.3,
    "adadelta": 10.0,
    "rmsprop": 0.05,
    "adam": 0.1,
    "adamw": 0.1,
    "nadam": 0.1,
    "amsgrad": 0.1,
    "lion": 0.05,
}
"""First rates that suit the long bowl, where steps must be longer than in most networks."""

MEANINGS = {
    "w": "parameter",
    "g": "gradient",
    "eta": "learning rate",
    "t": "updates so far",
    "d": "step before the rate",
    "mu": "momentum now",
    "n": "momentum ahead",
    "m": "average of g",
    "m_hat": "m corrected",
    "v_hat": "v corrected",
    "beta_1": "share kept of m",
    "beta_2": "share kept of v",
    "rho": "share kept",
    "epsilon": "tiny number",
}


class RuleSession(Session):
    """One reader's update rules.

    Arguments:
        rule: which is shown first, by name.
        rate: its learning rate; None for one that suits.

    Attributes:
        settings: rule and rate as shown.

    >>> head, _ = RuleSession().handle({"id": 1, "kind": "show", "rule": "adam"})
    >>> head["kept"], [row for row in head["rows"]]
    (2, ['w', 'g', 't', 'm', 'v', 'step'])
    """

    def __init__(self, rule: str = "sgd", rate: float | None = None) -> None:
        self._shown = read(Show, {"rule": rule, "rate": rate}, "settings")

    @property
    def settings(self) -> dict[str, Any]:
        """The settings shown."""
        rule = self._shown.rule
        return {"rule": rule, "rate": self._shown.rate or RATES[rule]}

    @answers
    def _open(self, _: Open) -> Answer[Opening]:
        rules = tuple(Choice(name, sheet.label) for name, sheet in SHEETS.items())
        return Answer(Opening(rules, self._shown.rule, self._shown.rate))

    @answers
    def _show(self, request: Show) -> Answer[Sheet]:
        self._shown = request
        sheet, rate = SHEETS[request.rule], self.settings["rate"]
        rule = sheet.make(rate)
        course, words = walk(sheet, rule), words_of(sheet)
        symbols = tuple(
            Symbol(name, symbol_mathml(name), words[name], _meaning(name, words[name][0]), name in sheet.state)
            for name in symbols_of(sheet)
        )
        view = Sheet(
            rule=request.rule,
            rate=rate,
            default=type(rule)().learning_rate,
            idea=sheet.idea,
            lines=tuple(Line(*line) for line in typeset(sheet)),
            symbols=symbols,
            settings={symbol: getattr(rule, name) for symbol, name in sheet.settings.items()},
            code=source_of(sheet),
            rows=course.rows,
            steps=STEPS,
            kept=sum(isinstance(value, Mapping) for value in rule.init({"w": course.table[0, 0]}).values()),
        )
        return Answer(view, [floats(course.table)])


def _meaning(symbol: str, word: str) -> str:
    if (symbol, word) == ("v", "v"):
        return "average of g²"
    return MEANINGS.get(symbol, word.replace("_", " "))
