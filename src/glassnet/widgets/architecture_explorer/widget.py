"""The architecture explorer in a notebook."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.base.settings_class import plain
from glassnet.nn.network import Network
from glassnet.widgets.architecture_explorer.architecture import ACTIVATIONS, MOST_HIDDEN, MOST_UNITS, Architecture
from glassnet.widgets.architecture_explorer.session import ArchitectureSession
from glassnet.widgets.host import HostedWidget


class ArchitectureExplorer(HostedWidget):
    """Build a network of dense layers, and see where its parameters are.

    Arguments:
        inputs, outputs: 1 to 10.
        hidden: units of each hidden layer, 1 to 10; at most six layers.
        activation, output_activation: "relu", "tanh", "sigmoid", "linear" or "softmax".

    Attributes:
        settings: the architecture shown, as a dict.
        network: the architecture shown, as a network.

    Raises:
        SettingError, UnknownNameError: a number is out of range, or an activation isn't known.

    >>> ArchitectureExplorer(2, (3, 3), 1).network.names
    ('dense_1', 'dense_2', 'dense_3')
    """

    _page = "architecture_explorer"

    def __init__(
        self,
        inputs: int = 3,
        hidden: Sequence[int] = (4,),
        outputs: int = 2,
        *,
        activation: str = "relu",
        output_activation: str = "sigmoid",
    ) -> None:
        hidden = plain(hidden)
        if not isinstance(hidden, list | tuple) or len(hidden) > MOST_HIDDEN:
            raise SettingError(f"hidden must be a list of at most {MOST_HIDDEN} numbers of units; got {hidden!r}.")
        for name in (activation, output_activation):
            look_up("activation", name, ACTIVATIONS)
        architecture = Architecture(
            whole_number("inputs", inputs, minimum=1, maximum=MOST_UNITS),
            tuple(whole_number("units of a hidden layer", units, minimum=1, maximum=MOST_UNITS) for units in hidden),
            whole_number("outputs", outputs, minimum=1, maximum=MOST_UNITS),
            activation,
            output_activation,
        )
        self._session = ArchitectureSession(architecture)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """The architecture shown."""
        return asdict(self._session.architecture)

    @property
    def network(self) -> Network:
        """The architecture shown, as a network."""
        return self._session.architecture.network

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
