"""A custom loss, as a pair of Python functions."""

from collections.abc import Callable

from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.base.settings_class import settings_class
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.losses.loss import TargetEncoding

ENCODINGS = {"values": "values", "one_hot": "one_hot", "classes": "classes"}


@settings_class
class CustomLoss:
    """A loss given by two functions: the loss of every example, and its gradient.

    Run files contain no Python, so a run with such a loss can't be saved; with a `FormulaLoss` it can.

    Arguments:
        value_function: (prediction, target) → the loss of each example, shape (batch,).
        gradient_function: (prediction, target) → the gradient of that, shape of prediction.
        target_encoding: "values", "one_hot" or "classes".
        link: the activation that turns the network's output into a prediction, if the loss contains one.

    >>> import numpy as np
    >>> cubic = CustomLoss(
    ...     lambda p, t: (abs(p - t) ** 3).sum(axis=-1),
    ...     lambda p, t: 3 * abs(p - t) * (p - t),
    ... )
    >>> cubic.value(np.array([[3.0]]), np.array([[1.0]])).tolist()
    [8.0]
    """

    value_function: Callable[[Array, Array], Array]
    gradient_function: Callable[[Array, Array], Array]
    target_encoding: TargetEncoding = "values"
    link: str = "linear"

    def __post_init__(self) -> None:
        for name in ("value_function", "gradient_function"):
            if not callable(getattr(self, name)) or isinstance(getattr(self, name), type):
                raise SettingError(f"{name} must be a function of prediction and target; got {getattr(self, name)!r}.")
        look_up("target_encoding", self.target_encoding, ENCODINGS)
        look_up("link", self.link, ACTIVATIONS)

    def value(self, prediction: Array, target: Array) -> Array:
        """Return the result of the value function, shape (batch,).

        Raises:
            SettingError: it doesn't return one number per example.
        """
        return _of_shape("value_function", self.value_function(prediction, target), prediction.shape[:-1])

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return the result of the gradient function, shape of prediction.

        Raises:
            SettingError: it returns another shape.
        """
        return _of_shape("gradient_function", self.gradient_function(prediction, target), prediction.shape)


def _of_shape(name: str, result: Array, shape: tuple[int, ...]) -> Array:
    if getattr(result, "shape", None) != shape:
        got = getattr(result, "shape", repr(result))
        raise SettingError(f"{name} must return an array of shape {shape} for this batch; it returned {got}.")
    return result
