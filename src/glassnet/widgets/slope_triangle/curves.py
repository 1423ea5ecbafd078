"""Curves whose slope can be measured with a triangle."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.losses import Loss, MeanAbsoluteError, MeanSquaredError
from glassnet.widgets.hillside.curve import X_RANGE, Y_RANGE, height, slope

Both = tuple[Array, Array]
"""Heights and slopes at the same places."""


@dataclass(frozen=True, eq=False)
class Curve:
    """A function of one number, with its slope.

    Arguments:
        label: its name and its formula.
        x_label, y_label: what the axes show.
        x_range, y_range: the window.
        at: where the triangle stands at first.
        heights_and_slopes: f and f′ at places of shape (n,).
    """

    label: str
    x_label: str
    y_label: str
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    at: float
    heights_and_slopes: Callable[[Array], Both]

    def height(self, x: float) -> float:
        """Return f(x).

        >>> CURVES["squared_error"].height(2.5)
        2.25
        """
        return float(self.heights_and_slopes(np.array([x]))[0][0])

    def slope(self, x: float) -> float:
        """Return f′(x).

        >>> CURVES["squared_error"].slope(2.5)
        3.0
        """
        return float(self.heights_and_slopes(np.array([x]))[1][0])

    def ratio(self, x: float, width: float) -> float:
        """Return how much f grows from x to x + width, divided by the width.

        >>> CURVES["squared_error"].ratio(2.5, 1.0)
        4.0
        """
        return (self.height(x + width) - self.height(x)) / width


def _loss(loss: Loss) -> Callable[[Array], Both]:
    """Return a loss of one prediction whose target is 1."""

    def both(p: Array) -> Both:
        prediction, target = p[:, None], np.ones((len(p), 1))
        return loss.value(prediction, target), loss.gradient(prediction, target)[:, 0]

    return both


CURVES: Mapping[str, Curve] = {
    "squared_error": Curve(
        "squared error, (p − 1)²",
        "prediction p (the truth is 1)",
        "loss",
        (-1.0, 4.0),
        (-0.5, 6.5),
        2.5,
        _loss(MeanSquaredError()),
    ),
    "absolute_error": Curve(
        "absolute error, |p − 1|",
        "prediction p (the truth is 1)",
        "loss",
        (-1.0, 4.0),
        (-0.5, 3.5),
        2.5,
        _loss(MeanAbsoluteError()),
    ),
    "cross_entropy": Curve(
        "cross-entropy, −ln p",
        "probability p of what happened",
        "loss",
        (0.0, 2.0),
        (-1.0, 4.0),
        0.25,
        lambda p: (-np.log(p), -1 / p),
    ),
    "valley": Curve("x⁴ − 3x³ + 2", "x", "height f(x)", X_RANGE, Y_RANGE, 1.5, lambda x: (height(x), slope(x))),
}
