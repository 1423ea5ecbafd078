"""The gradient-flow lab in a notebook."""

from typing import Any

from glassnet.widgets.gradient_flow.networks import FlowSettings
from glassnet.widgets.gradient_flow.session import FlowSession
from glassnet.widgets.host import HostedWidget


class GradientFlow(HostedWidget):
    """A deep network on handwritten digits: the size of signals and gradients in each of its layers while it trains.

    Remedies are switches, each with its measured effect. A number that becomes NaN or infinite is named, and where it
    came from.

    Arguments:
        depth: hidden layers of 32 units, 1 to 50.
        activation: of the hidden layers, by name.
        initializer: of all weights, by name; also "alike" (all 0.1), "small" (normal, 0.01) and "large" (normal, 1).
        normalization: "none", "batch" or "layer".
        skip: whether hidden layers add their input to their output.
        clipping: "none", "value", "norm" or "global_norm".
        limit: of the clipping.
        learning_rate: of plain gradient descent.

    Attributes:
        settings: all of these, and the seed, as shown, as a dict.

    Raises:
        SettingError, UnknownNameError: an argument isn't one of those, or out of range.

    >>> GradientFlow(20, activation="relu").settings["depth"]
    20
    """

    _page = "gradient_flow"

    def __init__(
        self,
        depth: int = 50,
        *,
        activation: str = "sigmoid",
        initializer: str = "glorot_uniform",
        normalization: str = "none",
        skip: bool = False,
        clipping: str = "none",
        limit: float = 1.0,
        learning_rate: float = 0.1,
    ) -> None:
        settings = FlowSettings(depth, activation, initializer, normalization, skip, clipping, limit, learning_rate)
        self._session = FlowSession(settings)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of the network shown."""
        return self._session.settings

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
