"""The update rules in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget
from glassnet.widgets.update_rules.session import RuleSession


class UpdateRules(HostedWidget):
    """Every update rule at work: its formula beside its code in the engine, and the numbers that it keeps.

    Arguments:
        rule: which is shown first: "sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam", "adamw",
            "nadam", "amsgrad" or "lion".
        rate: its learning rate, above 0 and at most 10; None for one that suits the bowl that it walks down.

    Attributes:
        settings: rule and rate as shown, as a dict.

    Raises:
        SettingError, UnknownNameError: an argument isn't one of those, or out of range.

    >>> UpdateRules("adam").settings
    {'rule': 'adam', 'rate': 0.1}
    """

    _page = "update_rules"

    def __init__(self, rule: str = "sgd", *, rate: float | None = None) -> None:
        self._session = RuleSession(rule, rate)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """The settings shown."""
        return self._session.settings

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
