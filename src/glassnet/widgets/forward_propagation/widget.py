"""Forward propagation in a notebook."""

from collections.abc import Sequence
from typing import Any

from glassnet.base.errors import SettingError
from glassnet.run.run import Run
from glassnet.widgets.architecture_explorer.architecture import Architecture
from glassnet.widgets.forward_propagation.session import SHAPE, ForwardSession
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.wire.reading import read


class ForwardPropagation(HostedWidget):
    """Signals travel through a network in seven phases, from the inputs to the prediction; every number can be clicked.

    Arguments:
        run: a run of a network of dense layers with up to ten units each; without one, there are worked networks to
            choose from.
        network: the one that is shown first: "age_income", "house_price", "student", "driving", "clouds" or "shape".
        trained: whether the network is shown after its training; "clouds" and your own run have one.
        layers: the numbers of inputs, of neurons in each hidden layer, and of outputs of a network of your own
            shape, such as (3, 4, 2), which is then shown first.

    Attributes:
        settings: the network, its weights, its inputs, and the shape if it is one of your own, as a dict.
        run: a run of one sample whose first step is the pass shown: `run.at(0).explain("dense_1.z[0, 0]")`.

    Raises:
        SettingError, UnknownNameError: a network that is too large, or isn't fully connected; no such network.

    >>> widget = ForwardPropagation()
    >>> print(widget.run.at(0).explain("dense_1.z[0, 1]"))
    dense_1: z[0, 1] = data.x[0, 0] · weight[0, 1] + data.x[0, 1] · weight[1, 1] + bias[1]
                     = 0.3 · (−0.4) + 0.6 · 0.8 − 0.2
                     = 0.16
    """

    _page = "forward_propagation"

    def __init__(
        self,
        run: Run | None = None,
        *,
        network: str = "age_income",
        trained: bool = False,
        layers: Sequence[int] | None = None,
    ) -> None:
        shape = None if layers is None else shape_of(layers)
        self._session = ForwardSession(run, network if shape is None else SHAPE, trained, shape)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """What is shown: the network, its weights and its inputs; the shape if it is one of your own."""
        return self._session.settings

    @property
    def run(self) -> Run:
        """A run of one sample, whose first step is the pass shown."""
        return self._session.probe()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)


def shape_of(layers: Sequence[int]) -> Architecture:
    """Return the architecture with these numbers of inputs, neurons and outputs.

    >>> shape_of((2, 3, 1)).hidden
    (3,)
    """
    sizes = list(layers) if isinstance(layers, list | tuple) else []
    if len(sizes) < 2:
        raise SettingError(
            f"layers must be at least two numbers, inputs and outputs, such as (3, 4, 2); got {layers!r}."
        )
    inputs, *hidden, outputs = sizes
    return read(Architecture, {"inputs": inputs, "hidden": hidden, "outputs": outputs}, "layers")
