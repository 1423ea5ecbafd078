"""The perceptron by hand in a notebook."""

from typing import Any

from glassnet.base.registry import look_up
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.perceptron_by_hand.examples import EXAMPLES
from glassnet.widgets.perceptron_by_hand.session import PerceptronSession


class PerceptronByHand(HostedWidget):
    """A perceptron on points in the plane: drag its line, or let it learn from one mistake at a time.

    Arguments:
        example: what it opens with: "loan", "spam", "and", "or", "nand", "xor", "words", "pair" or "disc".

    Attributes:
        settings: the example, the weights and the bias shown, and how many points they answer rightly.

    Raises:
        UnknownNameError: there is no such example.

    >>> PerceptronByHand("xor").settings["right"]
    1
    """

    _page = "perceptron_by_hand"

    def __init__(self, example: str = "loan") -> None:
        look_up("example", example, EXAMPLES)
        self._session = PerceptronSession(example)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """The example, the weights and the bias shown, and how many points they answer rightly."""
        return dict(self._session.settings)

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
