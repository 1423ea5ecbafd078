"""Settings that can be changed during training: update rule, learning rate, L2 penalty."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from glassnet.base.checks import number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.nn.regularizers import L2
from glassnet.optim import SGD, Adam, RMSprop, UpdateRule
from glassnet.train import Recipe

OWN = "own"
MAX_RATE = 1000.0
KNOWN = ("learning_rate", "l2", "rule")

RULES: Mapping[str, tuple[str, Callable[[float], UpdateRule]]] = {
    "sgd": ("SGD", SGD),
    "momentum": ("SGD with momentum 0.9", lambda rate: SGD(rate, momentum=0.9)),
    "rmsprop": ("RMSprop", RMSprop),
    "adam": ("Adam", Adam),
}
"""Label, and a function from learning rate to rule."""

RULE_NAMES = (*RULES, OWN)


def name_of(rule: UpdateRule) -> str:
    """Return the name of a rule in `RULES`, or "own" for any other.

    >>> name_of(Adam(0.3)), name_of(SGD(0.1, momentum=0.5))
    ('adam', 'own')
    """
    return next((name for name, (_, make) in RULES.items() if make(rule.learning_rate) == rule), OWN)


def current_settings(recipe: Recipe) -> dict[str, Any]:
    """Return the settings in force; `l2` is None if another kind of penalty is in force.

    >>> current_settings(Recipe("mean_squared_error", Adam(0.01), regularizer=L2(0.1)))
    {'rule': 'adam', 'learning_rate': 0.01, 'l2': 0.1}
    """
    penalty = recipe.regularizer
    l2 = 0.0 if penalty is None else penalty.rate if isinstance(penalty, L2) else None
    return {"rule": name_of(recipe.optimizer), "learning_rate": float(recipe.optimizer.learning_rate), "l2": l2}


def changed(recipe: Recipe, wanted: Mapping[str, Any], own: UpdateRule) -> dict[str, Any]:
    """Return the recipe settings that a request changes, as arguments of `Run.change`.

    Arguments:
        recipe: the current recipe.
        wanted: learning_rate, l2 and rule, if they are to change.
        own: the rule that "own" stands for.

    Raises:
        SettingError, UnknownNameError: one of them is invalid.

    >>> changed(Recipe("mean_squared_error", SGD(0.1)), {"learning_rate": 0.5}, SGD(0.1))
    {'optimizer': SGD(learning_rate=0.5, momentum=0.0, nesterov=False)}
    """
    made: dict[str, Any] = {}
    now = current_settings(recipe)
    rate = number("learning_rate", wanted.get("learning_rate", now["learning_rate"]), above=0, maximum=MAX_RATE)
    rule = str(wanted.get("rule", now["rule"]))
    if (rule, rate) != (now["rule"], now["learning_rate"]):
        made["optimizer"] = _rule(rule, rate, recipe.optimizer if rule == now["rule"] else own)
    l2 = wanted.get("l2", now["l2"])
    if l2 != now["l2"]:
        if now["l2"] is None:
            raise SettingError(f"This run uses another penalty, {recipe.regularizer}; l2 would replace it.")
        made["regularizer"] = L2(value) if (value := number("l2", l2, minimum=0, maximum=1)) else None
    return made


def _rule(name: str, rate: float, own: UpdateRule) -> UpdateRule:
    look_up("rule", name, {**RULES, OWN: own})
    if name != OWN:
        return RULES[name][1](rate)
    if "learning_rate" not in {field.name for field in fields(own)}:  # type: ignore[arg-type]
        raise SettingError(f"The learning rate of {type(own).__name__} can't be changed.")
    return replace(own, learning_rate=rate)  # type: ignore[type-var]
