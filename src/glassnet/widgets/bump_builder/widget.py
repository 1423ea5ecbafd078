"""The bump builder in a notebook."""

from typing import Any

from glassnet.base.checks import whole_number
from glassnet.base.registry import look_up
from glassnet.widgets.bump_builder.bumps import TARGETS
from glassnet.widgets.bump_builder.messages import MOST_BUMPS, OWN
from glassnet.widgets.bump_builder.session import BumpSession
from glassnet.widgets.host import HostedWidget


class BumpBuilder(HostedWidget):
    """A curve approximated by bumps of two sigmoid units each: choose how many, how steep, and the curve.

    Arguments:
        target: "waves", "hill", "slope", "jump" or "own".
        bumps: how many at first, 1 to 60.

    Attributes:
        settings: the curve, the number of bumps and the largest error, as a dict.

    Raises:
        UnknownNameError, SettingError: there is no such curve, or the number is out of range.

    >>> BumpBuilder("hill", bumps=5).settings["bumps"]
    5
    """

    _page = "bump_builder"

    def __init__(self, target: str = "waves", *, bumps: int = 4) -> None:
        look_up("curve", target, {**TARGETS, OWN: None})
        self._session = BumpSession(target, whole_number("bumps", bumps, minimum=1, maximum=MOST_BUMPS))
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """The curve, the number of bumps and the largest error."""
        return dict(self._session.settings)

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
