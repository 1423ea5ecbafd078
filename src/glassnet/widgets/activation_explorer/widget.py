"""The activation explorer in a notebook."""

from collections.abc import Sequence
from typing import Any

from glassnet.base.checks import number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.widgets.activation_explorer.functions import FUNCTIONS
from glassnet.widgets.activation_explorer.messages import MAX_SHOWN, MAX_Z
from glassnet.widgets.activation_explorer.session import ActivationSession
from glassnet.widgets.host import HostedWidget


class ActivationExplorer(HostedWidget):
    """Activation functions beside their derivatives, with a point that moves along all of them.

    Arguments:
        functions: names of the activations shown at first, one to six.
        z: where the point stands at first.
        reach: the axis goes from −reach to reach, from 1 to 12.

    Attributes:
        settings: the activations shown, the point's z and the axis's reach, as a dict.

    Raises:
        UnknownNameError, SettingError: an activation isn't known, or a number is out of range.

    >>> ActivationExplorer(["relu", "elu"], z=-1.0).settings["functions"]
    ['relu', 'elu']
    """

    _page = "activation_explorer"

    def __init__(
        self, functions: Sequence[str] = ("sigmoid", "tanh", "relu"), *, z: float = 1.0, reach: float = 5.0
    ) -> None:
        if not isinstance(functions, list | tuple) or not 1 <= len(functions) <= MAX_SHOWN:
            raise SettingError(f"functions must be a list of 1 to {MAX_SHOWN} names of activations; got {functions!r}.")
        for name in functions:
            look_up("activation", name, FUNCTIONS)
        reach = number("reach", reach, minimum=1, maximum=MAX_Z)
        z = number("z", z, minimum=-reach, maximum=reach)
        self._session = ActivationSession(functions, z, reach)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """The activations shown, the point's z and the axis's reach."""
        return dict(self._session.settings)

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
