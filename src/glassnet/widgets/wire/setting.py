"""A setting, from which its control, help, history marker and link parameter are derived."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from glassnet.base.registry import look_up

Group = Literal["", "data", "network", "points", "recipe"]
"""Where on the page controls stand; "" where the page has a control of its own."""


@dataclass(frozen=True)
class Setting:
    """How a declared setting is presented; its type, range and default are in the field itself.

    Arguments:
        label: of its control.
        help: what it does, in one phrase.
        group: the group its control belongs to; "" if the page has a special control for it.
        step: the smallest change of a slider.
        stops: the values of a slider with only a few.
        scale: of the slider.
        shown: the number format.
        choices: labels by name.
        counter: whether only the fact of a change is of interest, not its value.

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
