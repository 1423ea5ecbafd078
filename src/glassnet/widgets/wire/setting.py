"""A setting: what its control, its help, its mark in the history and its place in a link follow from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from glassnet.base.registry import look_up

Group = Literal["", "data", "network"]
"""Where on the page controls stand; "" where the page has a control of its own."""


@dataclass(frozen=True)
class Setting:
    """How readers meet a declared setting; its type, range and default stand in the field itself.

    Arguments:
        label: what its control is called.
        help: what it does, in one phrase.
        group: where on the page its control stands: "data" or "network"; "" where the page has a control of its own.
        step: the least change of a slider.
        stops: the values of a slider that knows only a few.
        scale: how a slider's places become values.
        shown: how a number is written.
        choices: names and what readers call them.
        counter: whether only the fact of a change is of interest, and not the number.

    Raises:
        UnknownNameError: the page has no such group.

    >>> Setting("Learning rate", "How far one step goes").words, Setting("L2 penalty", "How strong it is").words
    ('learning rate', 'L2 penalty')
    """

    label: str
    help: str
    group: Group = ""
    step: float = 1
    stops: tuple[float, ...] = ()
    scale: Literal["linear", "log"] = "linear"
    shown: Literal["short", "whole", "percent", "decimal"] = "short"
    choices: Mapping[str, str] = field(default_factory=dict)
    counter: bool = False

    def __post_init__(self) -> None:
        look_up("group of settings", self.group, dict.fromkeys(get_args(Group)))

    @property
    def words(self) -> str:
        """The label within a sentence."""
        return self.label[0].lower() + self.label[1:] if self.label[1].islower() else self.label
