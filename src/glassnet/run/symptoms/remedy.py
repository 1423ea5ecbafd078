"""What to try against a finding: in words, as code, and as the settings of a branch."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from typing import Any

from glassnet.data import Dataset
from glassnet.nn.network import Network
from glassnet.optim import SGD
from glassnet.train.catalogue import CATALOGUE

OFFERED = {thing: kind.offered_by for kind in CATALOGUE.values() for thing in kind.offered if isinstance(thing, type)}


@dataclass(frozen=True, eq=False)
class Remedy:
    """What to try against a finding.

    Arguments:
        advice: in words.
        changes: what a branch changes, as in `Run.branch`; empty where only a person can mend it.
        step: where the branch leaves the run.
        epochs: how long to train it.
        look: code that shows more, where there is nothing to change.
        dataset: the code that makes the changed data.
    """

    advice: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    step: int = 0
    epochs: int = 1
    look: str = ""
    dataset: str = ""

    @property
    def code(self) -> str:
        """The remedy as code that runs where `gn` is Glassnet and `run` is the run."""
        if not self.changes:
            return self.look
        given = "".join(
            f", {name}={self.dataset if isinstance(value, Dataset) else as_code(value)}"
            for name, value in self.changes.items()
        )
        return f"better = run.branch({self.step}{given})\nbetter.continue_({self.epochs})\nprint(run.compare(better))"


def as_code(value: Any) -> str:
    """Return settings as the code that makes them, with what differs from the defaults.

    >>> from glassnet.nn.layers import Dense
    >>> as_code(Network([Dense(4, "relu"), Dense(2)])), as_code(SGD(0.5, momentum=0.9))
    ('gn.Network([gn.Dense(4, gn.ReLU()), gn.Dense(2)])', 'gn.SGD(0.5, 0.9)')
    """
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(as_code, value))}]"
    if not is_dataclass(value) or isinstance(value, type):
        return repr(value)
    name = f"{OFFERED.get(type(value), 'gn' if isinstance(value, Network) else '')}.{type(value).__name__}".lstrip(".")
    default, given, skipped = _defaults(value), [], False
    for one in fields(value):
        setting = getattr(value, one.name)
        if one.name in default and default[one.name] == setting:
            skipped = True
        else:
            given.append(f"{one.name}={as_code(setting)}" if skipped else as_code(setting))
    return f"{name}({', '.join(given)})"


def _defaults(value: Any) -> dict[str, Any]:
    """Return a setting's default values as objects, as construction makes them."""
    known = {one.name for one in fields(value) if one.default is not MISSING or one.default_factory is not MISSING}
    if isinstance(value, Network) or not known:
        return {}
    needed = {one.name: getattr(value, one.name) for one in fields(value) if one.name not in known}
    return {name: getattr(type(value)(**needed), name) for name in known}


def at_rate(rule: Any, rate: float) -> Any:
    """Return an update rule with another learning rate.

    >>> at_rate(SGD(0.5, momentum=0.9), 0.1)
    SGD(learning_rate=0.1, momentum=0.9, nesterov=False)
    """
    settings = {one.name for one in fields(rule)} if is_dataclass(rule) else set()
    if "learning_rate" in settings:
        return replace(rule, learning_rate=rate)
    return replace(rule, rule=at_rate(rule.rule, rate)) if "rule" in settings else SGD(rate)


def sound_rule(rule: Any) -> Any:
    """Return the rule inside a faulty one, or plain gradient descent at its rate."""
    inner = getattr(rule, "rule", None)
    return SGD(rule.learning_rate) if inner is None else inner
