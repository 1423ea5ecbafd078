"""The descent playground in a notebook."""

from typing import Any

from glassnet.base.checks import number, whole_number
from glassnet.base.registry import look_up
from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
from glassnet.widgets.descent_playground.messages import MAX_STEPS, Opening
from glassnet.widgets.descent_playground.rules import RULES
from glassnet.widgets.descent_playground.session import OPENING, VIEWS, DescentSession
from glassnet.widgets.host import HostedWidget


class DescentPlayground(HostedWidget):
    """A race of update rules down a landscape, and gradient descent with different batch sizes.

    Everything can be changed on the page; the arguments say how it opens.

    Arguments:
        landscape: the landscape of the first race, by name.
        view: "race" or "batches".
        rules: who takes part, by name.
        momentum: of the rules that have it, from 0 to 0.99.
        steps: of every walker.

    Attributes:
        settings: landscape, start, rate, adaptive (the rate of adaptive rules), momentum, noise, steps and
            rules of the race shown, as a dict.

    Raises:
        SettingError, UnknownNameError: an argument isn't one of those, or out of range.

    >>> playground = DescentPlayground("bowl", steps=20)
    >>> playground.settings["start"], playground.settings["rate"]
    ([1.8, 1.8], 0.1)
    """

    _page = "descent_playground"

    def __init__(
        self,
        landscape: str = OPENING.landscape,
        *,
        view: str = OPENING.view,
        rules: tuple[str, ...] = OPENING.rules,
        momentum: float = OPENING.momentum,
        steps: int = OPENING.steps,
    ) -> None:
        look_up("landscape", landscape, LANDSCAPES)
        for rule in rules:
            look_up("rule", rule, RULES)
        self._session = DescentSession(
            Opening(
                look_up("view", view, VIEWS),
                landscape,
                tuple(rules),
                number("momentum", momentum, minimum=0, maximum=0.99),
                whole_number("steps", steps, minimum=1, maximum=MAX_STEPS),
            )
        )
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of the race shown."""
        return dict(self._session.settings)

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
